import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  installDebianReaders,
  installNpmReaders,
  pathOfDeno,
  requireDebian,
  requireReader,
} from './install-readers.ts';
import { dotenvForms, NAME_PREFIX, parseJson, type Reader, readBySourcing, run } from './reader.ts';

/** A reader that only the long run has: where it can't be had it is left out, by its name and the reason. */
interface Wanted extends Pick<Reader, 'name' | 'id' | 'forms' | 'crlf' | 'plainLines'> {
  /** The Debian packages that bring it; none for one of npm's. */
  readonly debian: readonly string[];
  /** Called once, where its packages are there. */
  readonly open: () => Promise<Reader['read']>;
}

const RUBY = "require 'dotenv'; require 'json'; puts JSON.generate(Dotenv::Environment.new('.env', false).to_h)";
const DJANGO = `import environ, json, os; environ.Env.read_env('.env'); print(json.dumps({n: v for n, v in os.environ.items() if n.startswith('${NAME_PREFIX}')}))`;
const DENO = `console.log(JSON.stringify(Object.fromEntries(Object.entries(Deno.env.toObject()).filter(([n]) => n.startsWith('${NAME_PREFIX}')))))`;
const GODOTENV = `package main
import ("encoding/json"; "os"; "github.com/joho/godotenv")
func main() {
  values, err := godotenv.Read(".env")
  if err != nil { panic("unreadable") }
  json.NewEncoder(os.Stdout).Encode(values)
}
`;

const shell = (name: string, debian: string, command: readonly string[]): Wanted => ({
  name,
  id: 'shell',
  forms: [...dotenvForms, 'shell'],
  crlf: false,
  debian: [debian],
  open: async () => (folder) => readBySourcing(command, folder),
});

const php = (known: Pick<Wanted, 'name' | 'id'>, debian: string, autoload: string, parse: string): Wanted => ({
  ...known,
  forms: dotenvForms,
  crlf: true,
  debian: ['php-cli', debian],
  open: async () => async (folder) => {
    const program = `error_reporting(0); require '${autoload}'; echo json_encode(${parse}, JSON_THROW_ON_ERROR | JSON_FORCE_OBJECT);`;
    return parseJson(await run('php', ['-r', program], { cwd: folder }));
  },
});

const wanted: readonly Wanted[] = [
  shell('zsh', 'zsh', ['zsh', '-f']),
  shell('dash', 'dash', ['dash']),
  shell('ksh', 'ksh', ['ksh']),
  {
    name: 'Ruby dotenv',
    id: 'rubyDotenv2',
    forms: dotenvForms,
    crlf: true,
    debian: ['ruby-dotenv'],
    open: async () => async (folder) => parseJson(await run('ruby', ['-e', RUBY], { cwd: folder })),
  },
  {
    name: 'django-environ',
    id: 'djangoEnviron',
    forms: dotenvForms,
    crlf: true,
    plainLines: true,
    debian: ['python3-django-environ'],
    open: async () => async (folder) => parseJson(await run('/usr/bin/python3', ['-c', DJANGO], { cwd: folder })),
  },
  php(
    { name: 'symfony/dotenv', id: 'symfonyDotenv' },
    'php-symfony-dotenv',
    '/usr/share/php/Symfony/Component/Dotenv/autoload.php',
    "(new Symfony\\Component\\Dotenv\\Dotenv())->parse(file_get_contents('.env'))",
  ),
  php(
    { name: 'phpdotenv', id: 'phpdotenv' },
    'php-vlucas-phpdotenv',
    '/usr/share/php/Dotenv/autoload.php',
    "Dotenv\\Dotenv::parse(file_get_contents('.env'))",
  ),
  {
    name: 'direnv dotenv',
    id: 'direnv',
    forms: dotenvForms,
    crlf: true,
    debian: ['direnv'],
    open: async () => async (folder) => parseJson(await run('direnv', ['dotenv', 'json', '.env'], { cwd: folder })),
  },
  {
    name: 'godotenv',
    id: 'godotenv',
    forms: dotenvForms,
    crlf: true,
    debian: ['golang-go', 'golang-github-joho-godotenv-dev'],
    open: buildGo,
  },
  {
    name: 'Deno',
    id: 'deno',
    forms: dotenvForms,
    crlf: true,
    debian: [],
    open: async () => {
      const env = { DENO_DIR: await mkdtemp(join(tmpdir(), 'clavis-deno-')), DENO_NO_UPDATE_CHECK: '1' };
      return async (folder) =>
        parseJson(await run(pathOfDeno(), ['eval', '--env-file=.env', DENO], { cwd: folder, env }));
    },
  },
  {
    name: 'dotenvx',
    id: 'dotenvx',
    forms: dotenvForms,
    crlf: true,
    debian: [],
    open: async () => {
      const parse = functionOf('@dotenvx/dotenvx', 'parse');
      return async (folder) => textsOf(parse(await readFile(`${folder}/.env`, 'utf8'), { processEnv: {} }));
    },
  },
  {
    name: 'dotenv-expand',
    id: 'dotenvExpand',
    forms: dotenvForms,
    crlf: true,
    debian: [],
    open: () => openExpander('dotenv', 'dotenv-expand', 'expand'),
  },
  {
    name: 'dotenv 10 with dotenv-expand 5',
    id: 'vueCli',
    forms: dotenvForms,
    crlf: true,
    plainLines: true,
    debian: [],
    open: () => openExpander('dotenv-10', 'dotenv-expand-5', 'default'),
  },
];

async function openExpander(parser: string, expander: string, method: string): Promise<Reader['read']> {
  const parse = functionOf(parser, 'parse');
  const expand = functionOf(expander, method);
  return async (folder) => {
    const parsed = parse(await readFile(`${folder}/.env`));
    const expanded: unknown = expand({ parsed, processEnv: {}, ignoreProcessEnv: true });
    return textsOf(isObject(expanded) ? Reflect.get(expanded, 'parsed') : null);
  };
}

async function buildGo(): Promise<Reader['read']> {
  const cwd = await mkdtemp(join(tmpdir(), 'clavis-go-'));
  await writeFile(join(cwd, 'main.go'), GODOTENV);
  const env = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(cwd, 'cache'), HOME: cwd };
  await run('go', ['build', '-o', 'godotenv', 'main.go'], { cwd, env });
  return async (folder) => parseJson(await run(join(cwd, 'godotenv'), [], { cwd: folder }));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function textsOf(values: unknown): Record<string, string | null> {
  if (!isObject(values)) throw new Error('A reader gave no object.');
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : null]),
  );
}

function functionOf(module: string, name: string): (...args: readonly unknown[]) => unknown {
  const exported = requireReader(module);
  const found: unknown =
    name === 'default' && typeof exported === 'function' ? exported : isObject(exported) && Reflect.get(exported, name);
  if (typeof found !== 'function') throw new Error(`${module} has no ${name}`);
  return (...args) => found(...args);
}

/** Those that can be had here, and why the others can't. */
export async function findInstalledReaders(): Promise<{ readers: Reader[]; skipped: string[] }> {
  const skipped: string[] = [];
  const readers: Reader[] = [];
  installDebianReaders(wanted.flatMap(({ debian }) => debian));
  try {
    installNpmReaders();
  } catch {
    // Each of them says below that it is missing.
  }
  for (const { debian, open, ...reader } of wanted) {
    try {
      requireDebian(debian);
      readers.push({ ...reader, read: await open() });
    } catch (error) {
      skipped.push(`${reader.name}: ${error instanceof Error ? error.message : 'it could not be started'}`);
    }
  }
  return { readers, skipped };
}
