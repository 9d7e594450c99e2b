import { dirname, join } from 'node:path';
import { readPlain } from '../files/open-plain.ts';
import { isInside, type Place, pathWithin } from '../files/place.ts';

/**
 * Frameworks whose projects commit `.env` with defaults on purpose, and whose programs read `.env.local` over it, which they
 * leave out of git; and what names them in a manifest. symfony.com/doc (Configuration Based on Environment Variables),
 * vite.dev/guide/env-and-mode, nextjs.org/docs and docs.expo.dev (Environment Variables), create-react-app.dev (Adding Custom
 * Environment Variables), cli.vuejs.org/guide/mode-and-env, rsbuild.rs/guide/advanced/env-vars, github.com/bkeepers/dotenv
 * (Should I commit my .env file?); Nuxt as its command line reads them (nuxi 3: `[".env", ".env.local"]`).
 */
const frameworks: Readonly<Record<string, readonly string[]>> = {
  'composer.json': ['symfony/dotenv', 'symfony/flex', 'symfony/framework-bundle', 'symfony/runtime', 'symfony/symfony'],
  'package.json': [
    ...['vite', 'astro', '@sveltejs/kit', 'nuxt', 'nuxt3', 'nuxt-nightly', 'next', 'expo'],
    ...['react-scripts', '@vue/cli-service', '@rsbuild/core'],
  ],
  Gemfile: ['dotenv-rails'],
};

/** In bytes: no manifest that people write is longer. */
const longestManifest = 1024 * 1024;

/** `.env` and `.env.<mode>`, of the modes that are values and no examples. */
const committed = /^\.env(?:\.[\w-]+)?$/;
const neverRead = /\.(?:local|example|sample|template|dist|defaults?)$/;

/**
 * The file that a project which commits this one keeps its secrets in, next to it; null where nothing says that it does so.
 * Relative to `root`, with `/`.
 */
export async function localFileFor(root: string, { folder, name }: Place): Promise<string | null> {
  if (!committed.test(name) || neverRead.test(name)) return null;
  for (let at = folder; at === root || isInside(root, at); at = dirname(at)) {
    for (const [manifest, packages] of Object.entries(frameworks)) {
      const text = await readText(join(at, manifest));
      if (packages.some((one) => [`"${one}"`, `'${one}'`].some((quoted) => text.includes(quoted))))
        return pathWithin(root, join(folder, `${name}.local`));
    }
    if (dirname(at) === at) break;
  }
  return null;
}

/** '' for what is not there, or is no plain file. */
async function readText(file: string): Promise<string> {
  // It only proposes another file: without it nothing is proposed.
  const found = await readPlain(file, longestManifest).catch(() => null);
  return found?.kind === 'read' ? Buffer.from(found.bytes).toString('utf8') : '';
}
