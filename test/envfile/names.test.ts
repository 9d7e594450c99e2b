import { describe, expect, it } from 'vitest';
import { catalogue } from '../../electron/detection/catalogue/catalogue.ts';
import { judgeName, type NameVerdict, refusedName } from '../../electron/envfile/index.ts';
import { askedNames, freeNames } from './secret-names.ts';
import { set } from './support.ts';

const FREE: NameVerdict = { kind: 'free' };
const PUBLIC: NameVerdict = { kind: 'asked', why: 'public' };
const STEERING: NameVerdict = { kind: 'asked', why: 'steering' };
const ORDINARY: NameVerdict = { kind: 'asked', why: 'ordinary' };
const REFUSED = { kind: 'refused', reason: expect.any(String) };

/** The names that get another verdict, each with the one that it gets. */
function otherThan(verdict: NameVerdict, names: readonly string[]): string[] {
  const same = JSON.stringify(verdict);
  return names.flatMap((name) => {
    const own = JSON.stringify(judgeName(name));
    return own === same ? [] : [`${name}: ${own}`];
  });
}

describe('a name', () => {
  it.each([
    ['PATH', 'CHOOSES_WHAT_IS_FOUND'],
    ['LD_PRELOAD', 'LOADS_INTO_EVERY_PROGRAM'],
    ['DYLD_INSERT_LIBRARIES', 'LOADS_INTO_EVERY_PROGRAM'],
    ['NODE_OPTIONS', 'RUNS_IN_JAVASCRIPT'],
    ['BASH_ENV', 'RUNS_IN_SHELL'],
    ['ENV', 'RUNS_IN_SHELL'],
    ['PYTHONSTARTUP', 'RUNS_IN_PYTHON'],
    ['IFS', 'RUNS_IN_SHELL'],
  ])('%s is refused, with the reason %s', (name, reason) => {
    expect(refusedName(name)).toBe(reason);
    expect(() => set('', { [name]: 'x' })).toThrow(
      expect.objectContaining({ code: 'REFUSED_NAME', facts: { name, nameReason: reason } }),
    );
  });

  it.each([
    'PATH',
    'Path',
    'path',
    'LESS',
    'less',
    'npm_config_script_shell',
    'NPM_CONFIG_SCRIPT_SHELL',
    'PSMODULEPATH',
  ])('%s is refused in any case of its letters, since Windows knows no case', (name) => {
    expect(judgeName(name)).toEqual(REFUSED);
  });

  it('that is asked for can be written', () => {
    expect(set('', { NODE_ENV: 'x', OPENAI_BASE_URL: 'y', APP_NAME: 'z' })).toContain('NODE_ENV');
  });

  it.each(['', '1A', 'A B', 'A-B', 'A.B', 'A=B', 'Ä', 'A\n', 'A\nB=1', `A${'B'.repeat(120)}`])('%j is none', (name) => {
    expect(() => set('', { [name]: 'x' })).toThrow('BAD_NAME');
    expect(judgeName(name)).toEqual(REFUSED);
  });

  it('has at most 120 characters', () => {
    expect(set('', { [`A${'B'.repeat(119)}`]: 'x' })).toContain('=x');
  });

  it('that Clavis would refuse can still be removed', () => {
    expect(set('PATH=/x\nA=1\n', { PATH: null })).toBe('A=1\n');
  });
});

describe('what a name is judged by', () => {
  it.each([
    'TAR_OPTIONS',
    'PASSWORD_STORE_KEY',
    'PWD',
    'OLDPWD',
    'CARGO_ALIAS_TOKEN',
    'GIT_CONFIG_KEY',
    'BASH_FUNC_KEY',
  ])('first the list of names in full and of patterns without exception: %s is refused, secret or not', (name) => {
    expect(judgeName(name)).toEqual(REFUSED);
  });

  it('then the names that providers gave their secrets, also under a pattern that refuses', () => {
    expect(otherThan(FREE, ['CARGO_REGISTRY_TOKEN', 'CARGO_REGISTRIES_MY_CO_TOKEN', 'NODE_AUTH_TOKEN'])).toEqual([]);
    expect(otherThan(FREE, ['DENO_DEPLOY_TOKEN', 'AWS_ACCESS_KEY_ID', 'COMPOSER_AUTH', 'PGPASSWORD'])).toEqual([]);
  });

  it('then the patterns that refuse, before what a build tool publishes', () => {
    expect(judgeName('PIP_ANYTHING')).toEqual(REFUSED);
    expect(judgeName('VITE_START_COMMAND')).toEqual(REFUSED);
    expect(judgeName('NEXT_PUBLIC_EDITOR')).toEqual(REFUSED);
  });

  it.each(['TOKEN', 'KEY', 'SECRET', 'PASSWORD'])(
    'a name that ends in _%s is asked for under such a pattern',
    (end) => {
      expect(judgeName(`PIP_ANY_${end}`)).toEqual(STEERING);
      expect(judgeName(`PIPANY_${end}`)).toEqual(FREE);
      expect(judgeName(`PIP_ANY${end}`)).toEqual(REFUSED);
    },
  );

  it('then the prefixes that a build tool publishes, however secret the rest', () => {
    expect(otherThan(PUBLIC, ['VITE_API_KEY', 'NEXT_PUBLIC_SECRET', 'PUBLIC_TOKEN', 'next_public_secret'])).toEqual([]);
  });

  it('then its words: the last one says that it is a secret, whichever of several it is', () => {
    expect(otherThan(FREE, ['ACME_KEY', 'ACME_KEYS', 'acme_token', 'ACME_SECRET_2', 'ACME_TOKEN_OLD'])).toEqual([]);
    expect(otherThan(ORDINARY, ['KEYBOARD', 'MONKEY', 'TOKENIZER', 'ACME_BYPASS', 'KEY_NAME', 'SECRET_NOTE'])).toEqual(
      [],
    );
  });

  it('a public key, or who is trusted, is no secret; a switch steers', () => {
    expect(otherThan(ORDINARY, ['JWT_PUBLIC_KEY', 'AUTHORIZED_KEYS'])).toEqual([]);
    expect(otherThan(STEERING, ['ALLOW_EMPTY_PASSWORD', 'DISABLE_AUTH', 'NO_TOKEN'])).toEqual([]);
  });

  it("a database's address is a secret, another server's steers", () => {
    expect(otherThan(FREE, ['DATABASE_URL', 'SHOP_DATABASE_URL', 'MONGODB_URI', 'REDIS_URL'])).toEqual([]);
    expect(otherThan(STEERING, ['OPENAI_BASE_URL', 'ACME_URL', 'DATABASE_URL_FILE', 'ACME_HOST'])).toEqual([]);
  });
});

describe('names that developers use', () => {
  it.each(Object.entries(freeNames))('of %s are free', (_, names) => {
    expect(otherThan(FREE, names)).toEqual([]);
  });

  it.each(askedNames.map(({ reason, why, names }) => [reason, why, names] as const))(
    'are asked for because %s (%s)',
    (_, why, names) => {
      expect(otherThan({ kind: 'asked', why }, names)).toEqual([]);
    },
  );

  it('that every provider’s own programs read are free', () => {
    // A URL tells a program where to go, whatever it holds.
    const names = catalogue.map(({ envVars: [name = ''] }) => name).filter((name) => !/_(?:URL|_COM)$/.test(name));
    expect(names.length).toBeGreaterThan(25);
    expect(otherThan(FREE, names)).toEqual([]);
  });
});
