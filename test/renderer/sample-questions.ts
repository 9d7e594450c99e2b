import type { QuestionView } from '../../electron/ipc/contract.ts';

export type WriteView = Extract<QuestionView, { kind: 'write' }>;
type Line = WriteView['files'][number]['lines'][number];

export function sampleLine(part: Partial<Line> & Pick<Line, 'envVar'>): Line {
  return {
    change: 'changed',
    key: 'Shop assistant',
    keyBefore: null,
    last4: '3f9A',
    currentSince: Date.UTC(2026, 10, 26, 14, 5),
    foreign: false,
    note: null,
    couldRun: false,
    ...part,
  };
}

export const sampleWrite: WriteView = {
  questionId: 'write-1',
  waitMs: 0,
  kind: 'write',
  files: [
    {
      project: 'shop-api',
      file: '.env',
      root: '/home/mia/code/shop-api',
      lines: [
        sampleLine({ envVar: 'OPENAI_API_KEY', foreign: true }),
        sampleLine({
          envVar: 'STRIPE_SECRET_KEY',
          key: 'Stripe live, restricted',
          last4: 'Lw40',
          change: 'added',
          keyBefore: 'Stripe test',
          couldRun: true,
        }),
        sampleLine({ envVar: 'SENTRY_DSN', key: 'Sentry, shop', last4: 'c2Qe', note: 'steering', change: 'added' }),
        sampleLine({ envVar: 'OLD_MAIL_TOKEN', key: null, last4: null, currentSince: null, change: 'removed' }),
      ],
    },
    {
      project: 'shop-web',
      file: 'packages/storefront/.env.production',
      root: '/home/mia/code/shop-web',
      lines: [
        sampleLine({
          envVar: 'NEXT_PUBLIC_MAPS_KEY',
          key: 'Maps, storefront',
          last4: 'z81c',
          note: 'public',
          foreign: true,
        }),
        sampleLine({ envVar: 'REGION', key: 'Region', last4: null, note: 'ordinary', change: 'added' }),
      ],
    },
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
