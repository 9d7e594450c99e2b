import { EnvFileError } from './errors.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,119}$/;

const LOADER = 'it makes the system load other code into every program';
const SEARCH = 'it decides which programs or libraries are found';
const SHELL = 'it makes a shell run other commands';
const INTERPRETER = 'it makes an interpreter run other code';
const COMMAND = 'programs run its value as a command';

/**
 * Names whose value decides which code runs. A key is never such a value, so a binding to one is a mistake, or an attack
 * on whoever starts a program in the project. Compared without regard to case, as Windows does.
 */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ...listed(SEARCH, 'PATH PATHEXT COMSPEC SHELL HOME SYSTEMROOT CLASSPATH GCONV_PATH'),
  ...listed(SHELL, 'ENV BASH_ENV ZDOTDIR IFS PS4 PROMPT_COMMAND SHELLOPTS BASHOPTS CDPATH'),
  ...listed(INTERPRETER, 'NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE BUN_OPTIONS ELECTRON_RUN_AS_NODE'),
  ...listed(INTERPRETER, 'PYTHONSTARTUP PYTHONPATH PYTHONHOME PYTHONBREAKPOINT PYTHONWARNINGS PYTHONINSPECT'),
  ...listed(INTERPRETER, 'PERL5OPT PERL5LIB PERL5DB RUBYOPT RUBYLIB BUNDLE_GEMFILE PHPRC PHP_INI_SCAN_DIR LUA_INIT'),
  ...listed(INTERPRETER, 'JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS DOTNET_STARTUP_HOOKS CORECLR_PROFILER_PATH'),
  ...listed(
    INTERPRETER,
    'MAKEFLAGS GOFLAGS RUSTC RUSTC_WRAPPER RUSTFLAGS OPENSSL_CONF OPENSSL_MODULES OPENSSL_ENGINES',
  ),
  ...listed(COMMAND, 'EDITOR VISUAL PAGER LESSOPEN LESSCLOSE BROWSER SSH_ASKPASS SUDO_ASKPASS'),
  ...listed(COMMAND, 'GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER GIT_PROXY_COMMAND'),
  ...listed(COMMAND, 'GIT_EXTERNAL_DIFF GIT_EXEC_PATH GIT_TEMPLATE_DIR GIT_DIR'),
]);

const REFUSED_PREFIXES: readonly (readonly [string, string])[] = [
  ['LD_', LOADER],
  ['DYLD_', LOADER],
  ['_RLD', LOADER],
  ['BASH_FUNC_', SHELL],
  ['GIT_CONFIG', COMMAND],
  ['NPM_CONFIG_', 'it changes what npm runs and from where it installs'],
];

function listed(reason: string, names: string): [string, string][] {
  return names.split(' ').map((name) => [name, reason]);
}

/** Why Clavis never writes a variable of this name (lower case, to end a sentence), or null if it may. */
export function refusedName(name: string): string | null {
  const upper = name.toUpperCase();
  const exact = REFUSED.get(upper);
  if (exact !== undefined) return exact;
  return REFUSED_PREFIXES.find(([prefix]) => upper.startsWith(prefix))?.[1] ?? null;
}

export type NameVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'asked'; readonly why: 'ordinary' | 'steering' | 'public' }
  | { readonly kind: 'refused'; readonly reason: string };

export function judgeName(name: string): NameVerdict {
  const reason = refusedName(name);
  if (reason !== null) return { kind: 'refused', reason };
  if (/^(NEXT_PUBLIC|VITE|REACT_APP|PUBLIC)_/.test(name)) return { kind: 'asked', why: 'public' };
  return /(?:^|_)(KEY|TOKEN|SECRET|PASSWORD|DSN|ACCESS_KEY_ID)(?:_|$)/.test(name)
    ? { kind: 'free' }
    : { kind: 'asked', why: 'ordinary' };
}

/** Whether an environment variable can have this name: at most 120 letters, digits and `_`, not a digit first. */
export function isName(name: string): boolean {
  return NAME.test(name);
}

/** Throws `BAD_NAME` unless every reader takes `name` for a variable, and `REFUSED_NAME` where {@link refusedName} has a reason. */
export function checkName(name: string): void {
  if (!isName(name)) throw new EnvFileError('BAD_NAME', { name });
  const reason = refusedName(name);
  if (reason !== null) throw new EnvFileError('REFUSED_NAME', { name, reason });
}
