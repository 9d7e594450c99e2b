import { failures, misreadings, type WrittenValue } from './misreadings.ts';
import { type EnvReader, plain, shellLike } from './reader.ts';
import { javascriptReaders } from './readers-javascript.ts';

/**
 * The readers that Clavis knows. `npm run stress -- envfile` reads back what it writes by each of them that can be had;
 * a reader that it runs may misread nothing that is not named here.
 */
export const envReaders = {
  ...javascriptReaders,
  node: { ...plain, name: 'Node.js', packages: {}, source: 'node 24 --env-file, run' },
  shell: { ...shellLike, name: 'a shell that sources the file', packages: {}, source: 'bash, dash, ksh and zsh, run' },
  deno: { ...shellLike, name: 'Deno', packages: {}, files: ['deno.json', 'deno.jsonc'], source: 'deno 2.9.6, run' },
  rubyDotenv: {
    expands: false,
    name: 'Ruby’s dotenv',
    packages: { gem: ['dotenv', 'dotenv-rails'] },
    misreads: ['singleQuotedEscape'],
    source: 'bkeepers/dotenv 3, lib/dotenv/parser.rb, its rules written down',
  },
  rubyDotenv2: {
    expands: false,
    name: 'Ruby’s dotenv 2.4',
    packages: {},
    misreads: ['singleQuotedEscape', 'lines'],
    source: "Debian 12's ruby-dotenv 2.4.0, run",
  },
  phpdotenv: {
    ...shellLike,
    name: 'phpdotenv',
    packages: { composer: ['vlucas/phpdotenv', 'laravel/framework'] },
    failsAt: ['singleQuotedLines', 'assignedQuote'],
    source: "Debian 12's php-vlucas-phpdotenv 5.4.1, run",
  },
  symfonyDotenv: {
    expands: false,
    misreads: ['singleQuotedEscape', 'escapeInDefault'],
    name: 'symfony/dotenv',
    packages: { composer: ['symfony/dotenv', 'symfony/framework-bundle'] },
    source: "Debian 12's php-symfony-dotenv 5.4.53, run",
  },
  pythonDotenv: {
    ...plain,
    name: 'python-dotenv',
    packages: { pypi: ['python-dotenv', 'pydantic-settings', 'environs'] },
    source: "Debian 12's python3-dotenv 0.21.0, run",
  },
  djangoEnviron: {
    expands: false,
    name: 'django-environ',
    packages: { pypi: ['django-environ'] },
    misreads: ['singleQuotedEscape', 'pythonLines', 'doubleInSingle'],
    source: "Debian 12's python3-django-environ 0.4.4, run",
  },
  godotenv: {
    ...shellLike,
    name: 'godotenv',
    packages: { go: ['github.com/joho/godotenv'] },
    source: "Debian 12's golang-github-joho-godotenv-dev 1.5.1, run",
  },
  compose: {
    expands: false,
    misreads: ['escapedDollar'],
    name: 'Docker Compose',
    packages: {},
    files: ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'],
    source: 'compose-spec/compose-go 2, dotenv/parser.go and dotenv/godotenv.go, its rules written down',
  },
  direnv: {
    expands: false,
    name: 'direnv’s dotenv',
    packages: {},
    misreads: ['escapedDollar'],
    failsAt: ['lines'],
    source: "Debian 12's direnv 2.32.1, run",
  },
} as const satisfies Record<string, EnvReader>;

export type EnvReaderId = keyof typeof envReaders;

/** In the table's order. */
export const envReaderIds: readonly EnvReaderId[] = Object.keys(envReaders).filter(isReaderId);

export function isReaderId(id: string): id is EnvReaderId {
  return Object.hasOwn(envReaders, id);
}

/** How a reader ends up with a written value: as it is, with another one, or with none of the whole file. */
export type Reading = 'takes' | 'misreads' | 'fails';

export function readingOf(id: EnvReaderId, written: WrittenValue): Reading {
  const reader: EnvReader = envReaders[id];
  if (reader.failsAt?.some((failure) => failures[failure](written))) return 'fails';
  return reader.misreads.some((misreading) => misreadings[misreading](written)) ? 'misreads' : 'takes';
}
