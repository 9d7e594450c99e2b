import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeGitProject } from '../../support/git-project.ts';
import { envTexts } from '../../support/hostile-texts.ts';
import { createWriter, type Side } from './values.ts';

/** A folder that the person linked, and the lines in it that are the person's own. */
export interface LinkedFolder {
  readonly root: string;
  readonly isRepository: boolean;
  remove(): void;
}

/** The secrets that stand in these files already: the vault doesn't know them. */
export interface Folders {
  readonly folders: readonly LinkedFolder[];
  readonly secrets: readonly string[];
}

/** What slow readers were slow at, in a file of each project. */
const hostile: readonly [readonly [string, number], ...(readonly [string, number])[]] = [
  ['one name, many times', 16_000],
  ['wrapped base64 behind names', 30_000],
  ['quotes of all kinds by turns', 20_000],
  ['commands within commands, on many lines', 60_000],
  ['one line with no break', 500_000],
];

/** Five projects as developers have them, with foreign lines, secrets among them, in every dialect. */
export async function makeFolders(parent: string, seed: number, side: Side): Promise<Folders> {
  const text = createWriter(seed + 1, side);
  const secrets: string[] = [];
  const secret = (value: string): string => {
    secrets.push(value);
    return value;
  };
  const pem = [
    '-----BEGIN PRIVATE KEY-----',
    secret(text('base64', 64)),
    `${secret(text('base64', 30))}==`,
    '-----END PRIVATE KEY-----',
  ];
  const contents: readonly Readonly<Record<string, string>>[] = [
    {
      '.env': `# shop\nPORT=3000\nAPI_TOKEN=${secret(text('word', 32))} # mine\nDEBUG=false\nDEBUG=true\n`,
      '.env.local': `TLS_KEY='${pem.join('\n')}'\nHOST=localhost\n`,
      '.env.docker': `RAW=${secret(text('word', 20))}\nPASSED_THROUGH\nLOG_LEVEL=info\n`,
    },
    {
      '.env': `NODE_ENV=production\r\nSESSION_SECRET="${secret(text('word', 40))}"\r\n`,
      '.env.production': `TLS_KEY=${pem.join('\n')}\nREGION=eu\n`,
      '.gitignore': '.env*\n',
    },
    { '.env': `GREETING="it's me"\nBASE64=${secret(text('base64', 64))}\n${secret(text('base64', 12))}==\n` },
    {
      '.envrc': `use node\nexport A=1 B=2\nif true; then export C=3; fi\ncat >key <<E\n${secret(text('word', 16))}=1\nE\n`,
      '.env.sh': `export MODE='a b'\nexport TOKEN=${secret(text('word', 24))}\n`,
    },
    {
      'packages/a/.env.json': `{ "PORT": 1, "DB_PASSWORD": "${secret(text('word', 18))}" }\n`,
      'packages/b/.env': 'VITE_TITLE=$HOME\n',
      'packages/b/package.json': '{ "devDependencies": { "vite": "8" } }\n',
    },
  ];
  const folders: LinkedFolder[] = [];
  for (const [index, ordinary] of contents.entries()) {
    const [title, length] = hostile[index] ?? hostile[0];
    const files = { ...ordinary, '.env.staging': envTexts[title]?.(length) ?? '' };
    if (index === 1 || index === 2) {
      const { root, remove } = makeGitProject({ name: `project-${index}`, files });
      folders.push({ root, remove, isRepository: true });
      continue;
    }
    const root = path.join(parent, `project-${index}`);
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), content);
    }
    folders.push({ root, remove: () => {}, isRepository: false });
  }
  return { folders, secrets };
}
