import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** What a person reads, by its path from the root. */
export const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export function textOf(document: string): string {
  return readFileSync(path.join(root, document), 'utf8');
}

const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** What stands in backquotes within a line, outside of fenced blocks. */
export function codeSpansOf(text: string): string[] {
  return [...text.replaceAll(fence, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
}

const programs = /^(npm|npx|node|git|age|secret-tool|electron-builder) /;

/**
 * Every command that a document tells to run: the lines of its `sh` blocks, at `&&` taken apart, without what is said of
 * them; and what begins with a program's name in backquotes, in tables and between words.
 */
export function commandsOf(text: string): string[] {
  const lines = [...text.matchAll(fence)]
    .filter(([, language]) => language === 'sh')
    .flatMap(([, , block = '']) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(' && '));
  return [...lines, ...codeSpansOf(text).filter((span) => programs.test(span))];
}

/** Where its links and pictures lead: `docs/guide.md`, `#backups`, `https://…`. */
export function linksOf(text: string): string[] {
  return [...text.replaceAll(fence, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** The names under which a Git host's page has its headings. */
export function anchorsOf(text: string): string[] {
  return [...text.replaceAll(fence, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
