import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorsOf, codeSpansOf, documents, linksOf, root, textOf } from './documents.ts';

const links = documents.flatMap((document) =>
  linksOf(textOf(document))
    .filter((target) => !target.startsWith('https://'))
    .map((target) => ({ document, target })),
);

describe('every link and picture in the docs leads somewhere', () => {
  test.each(links)('$document: $target', ({ document, target }) => {
    const [file = '', anchor] = target.split('#');
    const there = file === '' ? document : path.join(path.dirname(document), file);
    expect(existsSync(path.join(root, there)), there).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(textOf(there))).toContain(anchor);
  });
});

const tops = readdirSync(root);
const sources = ['electron', 'renderer', 'test'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.basename(String(name))),
);
const isSource = /^[\w./-]+\.(ts|tsx|js|json|yml|svg|md)$/;

/** Files and folders of the project that a document names. */
function pathsOf(document: string): string[] {
  return codeSpansOf(textOf(document)).filter(
    (span) => /^(electron|renderer|test|docs)\/[\w./-]*$/.test(span) || isSource.test(span),
  );
}

describe('every file that the docs name is there', () => {
  test.each(documents.flatMap((document) => pathsOf(document).map((name) => ({ document, name }))))(
    '$document: $name',
    ({ name }) => {
      const isThere = name.includes('/')
        ? existsSync(path.join(root, name))
        : tops.includes(name) || sources.includes(name);
      expect(isThere).toBe(true);
    },
  );
});

describe('the pictures', () => {
  const guide = readdirSync(path.join(root, 'docs/guide'));

  test('of the guide’s folder are all shown, made by command, and small', () => {
    const shown = links.map(({ target }) => path.basename(target));
    const made = readFileSync(path.join(root, 'test/tasks/pictures.ts'), 'utf8');
    for (const name of guide) {
      expect(shown).toContain(name);
      expect(made).toContain(`name: '${name.replace(/\.png$/, '')}'`);
      expect(statSync(path.join(root, 'docs/guide', name)).size, name).toBeLessThan(120_000);
    }
  });

  test('say in words what they show', () => {
    for (const document of documents) expect(textOf(document)).not.toMatch(/!\[\s*\]\(/);
  });
});
