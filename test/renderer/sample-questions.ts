import type { QuestionView } from '../../electron/ipc/contract.ts';

export type WriteView = Extract<QuestionView, { kind: 'write' }>;
type File = WriteView['files'][number];
type Line = File['lines'][number];

export function sampleLine(part: Partial<Line> & Pick<Line, 'envVar'>): Line {
  return {
    change: 'changed',
    state: 'rotated',
    key: 'Shop assistant',
    keyBefore: null,
    keyAt: 0,
    there: { last4: 'NgwP', holds: 'value' },
    last4: '3f9A',
    currentSince: Date.UTC(2026, 10, 26, 14, 5),
    foreign: false,
    repeated: false,
    note: null,
    couldRun: false,
    misreadBy: [],
    blocked: null,
    take: null,
    ...part,
  };
}

/** A line that the file does not have yet. */
export function addedLine(part: Partial<Line> & Pick<Line, 'envVar'>): Line {
  return sampleLine({ change: 'added', state: 'new', there: null, ...part });
}

/** A line that somebody changed, to a value that its key could have. */
export function editedLine(part: Partial<Line> & Pick<Line, 'envVar'>): Line {
  return sampleLine({ state: 'edited', foreign: true, take: { valueAt: 0, erases: null }, ...part });
}

/** A line that is no longer bound. */
export function leavingLine(part: Partial<Line> & Pick<Line, 'envVar'>): Line {
  const nobody = { key: null, keyAt: null, last4: null, currentSince: null };
  return sampleLine({ change: 'removed', state: 'leaving', ...nobody, ...part });
}

export function sampleFile(part: Partial<File> & Pick<File, 'file' | 'lines'>): File {
  const project = part.project ?? 'shop-api';
  return { project, root: `/home/mia/code/${project}`, exists: true, git: 'ignored', blocked: null, ...part };
}

export const sampleWrite: WriteView = {
  questionId: 'write-1',
  waitMs: 0,
  kind: 'write',
  purpose: 'write',
  leaving: null,
  files: [
    sampleFile({
      file: '.env',
      lines: [
        editedLine({ envVar: 'OPENAI_API_KEY' }),
        addedLine({
          envVar: 'STRIPE_SECRET_KEY',
          key: 'Stripe live, restricted',
          keyAt: 1,
          last4: 'Lw40',
          keyBefore: 'Stripe test',
          couldRun: true,
        }),
        addedLine({ envVar: 'SENTRY_DSN', key: 'Sentry, shop', keyAt: 2, last4: 'c2Qe', note: 'steering' }),
        leavingLine({ envVar: 'OLD_MAIL_TOKEN', there: { last4: 'q0Zz', holds: 'value' } }),
      ],
    }),
    sampleFile({
      project: 'shop-web',
      file: 'packages/storefront/.env.production',
      git: 'no-repository',
      lines: [
        sampleLine({
          envVar: 'NEXT_PUBLIC_MAPS_KEY',
          key: 'Maps, storefront',
          keyAt: 3,
          last4: 'z81c',
          note: 'public',
          foreign: true,
        }),
        addedLine({ envVar: 'REGION', key: 'Region', keyAt: 4, last4: null, note: 'ordinary' }),
        sampleLine({
          envVar: 'MAIL_TOKEN',
          key: 'Mail, staging',
          keyAt: 5,
          blocked: 'The keychain has no value for “Mail, staging”. Rotate it to give it a new one, or delete it.',
        }),
      ],
    }),
    sampleFile({
      project: 'shop-mail',
      file: '.env',
      git: 'tracked',
      blocked: 'Can’t be written: .env is tracked by git. Run `git rm --cached -- .env`, commit, then export again.',
      lines: [sampleLine({ envVar: 'OPENAI_API_KEY' })],
    }),
  ],
};

export const samplePassphrase: Extract<QuestionView, { kind: 'passphrase' }> = {
  questionId: 'passphrase-1',
  waitMs: 0,
  kind: 'passphrase',
  file: 'clavis-2026-11-23.age',
  wrong: false,
  triesLeft: 3,
};
