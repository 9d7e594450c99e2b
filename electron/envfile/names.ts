import { EnvFileError } from './errors.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

const LOADER = 'it makes the system load other code into every program';
const INTERPRETER = 'it makes an interpreter run other code';
const COMMAND = 'programs run its value as a command';
const SHELL = 'it changes what a shell runs or how it reads commands';

/**
 * Names whose value decides which code runs. A key is never such a value, so a binding to one is a mistake or an attack
 * on whoever starts a program in the project. Compared without regard to case, as Windows does.
 */
const REFUSED: ReadonlyMap<string, string> = new Map(
  (
    [
      ['it decides which programs run', ['PATH', 'PATHEXT', 'COMSPEC', 'SHELL', 'HOME', 'SYSTEMROOT']],
      [
        SHELL,
        ['ENV', 'BASH_ENV', 'ZDOTDIR', 'IFS', 'PS4', 'PROMPT_COMMAND', 'SHELLOPTS', 'BASHOPTS', 'CDPATH', 'FPATH'],
      ],
      [
        INTERPRETER,
        [
          ...['NODE_OPTIONS', 'NODE_PATH', 'NODE_REPL_EXTERNAL_MODULE', 'BUN_OPTIONS', 'DENO_V8_FLAGS'],
          ...['PYTHONSTARTUP', 'PYTHONPATH', 'PYTHONHOME', 'PYTHONBREAKPOINT', 'PYTHONWARNINGS', 'PYTHONINSPECT'],
          ...[
            'PERL5OPT',
            'PERL5LIB',
            'PERLLIB',
            'PERL5DB',
            'RUBYOPT',
            'RUBYLIB',
            'BUNDLE_GEMFILE',
            'PHPRC',
            'PHP_INI_SCAN_DIR',
          ],
          ...['JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS', 'JDK_JAVA_OPTIONS', 'CLASSPATH', 'MAVEN_OPTS', 'GRADLE_OPTS'],
          ...['LUA_INIT', 'LUA_PATH', 'LUA_CPATH', 'R_PROFILE_USER', 'ELECTRON_RUN_AS_NODE', 'GOFLAGS'],
          ...[
            'DOTNET_STARTUP_HOOKS',
            'CORECLR_ENABLE_PROFILING',
            'CORECLR_PROFILER_PATH',
            'COR_ENABLE_PROFILING',
            'COR_PROFILER_PATH',
          ],
          ...[
            'RUSTC_WRAPPER',
            'RUSTC',
            'RUSTFLAGS',
            'MAKEFLAGS',
            'OPENSSL_CONF',
            'OPENSSL_MODULES',
            'OPENSSL_ENGINES',
            'GCONV_PATH',
          ],
        ],
      ],
      [
        COMMAND,
        [
          ...[
            'EDITOR',
            'VISUAL',
            'PAGER',
            'MANPAGER',
            'LESSOPEN',
            'LESSCLOSE',
            'BROWSER',
            'SSH_ASKPASS',
            'SUDO_ASKPASS',
          ],
          ...[
            'GIT_SSH',
            'GIT_SSH_COMMAND',
            'GIT_ASKPASS',
            'GIT_EDITOR',
            'GIT_SEQUENCE_EDITOR',
            'GIT_PAGER',
            'GIT_PROXY_COMMAND',
          ],
          ...[
            'GIT_EXTERNAL_DIFF',
            'GIT_EXEC_PATH',
            'GIT_TEMPLATE_DIR',
            'GIT_DIR',
            'HGEDITOR',
            'SVN_SSH',
            'RSYNC_RSH',
            'NPM_CONFIG_SCRIPT_SHELL',
          ],
        ],
      ],
    ] satisfies [string, string[]][]
  ).flatMap(([reason, names]) => names.map((name): [string, string] => [name, reason])),
);

const REFUSED_PREFIXES: readonly (readonly [string, string])[] = [
  ['LD_', LOADER],
  ['DYLD_', LOADER],
  ['_RLD', LOADER],
  ['BASH_FUNC_', SHELL],
  ['GIT_CONFIG', COMMAND],
  ['NPM_CONFIG_', 'it changes what npm runs and from where it installs'],
];

/** Why Clavis never writes a variable of this name (lower case, to end a sentence), or null if it may. */
export function refusedName(name: string): string | null {
  const upper = name.toUpperCase();
  const exact = REFUSED.get(upper);
  if (exact !== undefined) return exact;
  return REFUSED_PREFIXES.find(([prefix]) => upper.startsWith(prefix))?.[1] ?? null;
}

/** Throws `BAD_NAME` unless every reader takes `name` for a variable, and `REFUSED_NAME` where {@link refusedName} has a reason. */
export function checkName(name: string): void {
  if (!NAME.test(name)) throw new EnvFileError('BAD_NAME', { name });
  const reason = refusedName(name);
  if (reason !== null) throw new EnvFileError('REFUSED_NAME', { name, reason });
}
