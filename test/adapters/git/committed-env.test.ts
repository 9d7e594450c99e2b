import { describe, expect, test } from 'vitest';
import { toldError } from '../../support/told-error.ts';
import { git, setUpGitTest } from './support.ts';

const here = setUpGitTest();
const dependsOn = (name: string): string => JSON.stringify({ devDependencies: { [name]: '1' } });
const requires = (name: string): string => JSON.stringify({ require: { [name]: '*' } });

describe('an env file that is committed on purpose', () => {
  test.each([
    ['Symfony', 'composer.json', requires('symfony/framework-bundle')],
    ['Symfony', 'composer.json', requires('symfony/dotenv')],
    ['Vite', 'package.json', dependsOn('vite')],
    ['Nuxt', 'package.json', dependsOn('nuxt')],
    ['Next.js', 'package.json', dependsOn('next')],
    ['Create React App', 'package.json', dependsOn('react-scripts')],
    ['Vue CLI', 'package.json', dependsOn('@vue/cli-service')],
    ['Astro', 'package.json', dependsOn('astro')],
    ['Rails with dotenv', 'Gemfile', "gem 'dotenv-rails', groups: [:development]\n"],
  ])('as in a project of %s is answered with the local file next to it', async (_, manifest, content) => {
    const files = { [manifest]: content, '.env': 'A=1\n', '.env.production': '', 'apps/web/.env': '' };
    const { root } = here().project({ files, commit: true });
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'tracked', instead: '.env.local' });
    expect(await git.stateOf(root, '.env.production')).toEqual({ kind: 'tracked', instead: '.env.production.local' });
    expect(await git.stateOf(root, 'apps/web/.env')).toEqual({ kind: 'tracked', instead: 'apps/web/.env.local' });
    expect(await toldError(git.ignore(root, '.env', 'gitignore'))).toMatchObject({
      code: 'TARGET_TRACKED',
      message:
        'Not written: .env is tracked by git, as such a project has it for its defaults. Write to .env.local instead, which is read over it. Or: Run `git rm --cached -- .env`, commit, then export again.',
    });
  });

  test('is answered as before where nothing says so, and for files that are local themselves, or examples', async () => {
    const plain = here().project({ files: { 'package.json': dependsOn('express'), '.env': '' }, commit: true });
    expect(await git.stateOf(plain.root, '.env')).toEqual({ kind: 'tracked' });
    const names = ['.env.local', '.env.test.local', '.env.example', '.env.dist', 'production.env', '.envrc'];
    const files = Object.fromEntries(names.map((name) => [name, '']));
    const vite = here().project({ files: { 'package.json': dependsOn('vite'), ...files }, commit: true });
    for (const name of names) expect(await git.stateOf(vite.root, name)).toEqual({ kind: 'tracked' });
  });

  test('goes by the project alone, not by a manifest around it', async () => {
    const outer = here().project({ files: { 'package.json': dependsOn('vite'), 'api/.env': '' }, commit: true });
    expect(await git.stateOf(`${outer.root}/api`, '.env')).toEqual({ kind: 'tracked' });
    expect(await git.stateOf(outer.root, 'api/.env')).toEqual({ kind: 'tracked', instead: 'api/.env.local' });
  });
});
