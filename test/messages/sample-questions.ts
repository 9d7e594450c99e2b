import type { AskedItem, AskedKey, ConsentFacts, ConsentQuestion } from '../../electron/vault/consent-question.ts';
import { defaultSettings } from '../../electron/vault/settings/setting-values.ts';

const at = Date.UTC(2026, 10, 12, 14, 5);
const key: AskedKey = { name: 'Shop', provider: 'OpenAI', last4: '3f9A', currentSince: at, before: null };
const bareKey: AskedKey = { name: 'Bare', provider: null, last4: null, currentSince: at, before: 'Shop' };
const file = { file: 'shop/.env', folder: '/home/mia/shop' };
const item: AskedItem = { name: 'Shop', isPrevious: true, collection: 'Work', changedAt: at };
const bareItem: AskedItem = { name: 'Shop', isPrevious: false, collection: '', changedAt: null };
const settings = [{ before: defaultSettings, wanted: { ...defaultSettings, graceDays: 0, idleLockMinutes: 1 } }];
const names = [
  { shown: ['Shop'], more: 0 },
  { shown: ['Shop', 'Mail'], more: 3 },
];

/** Every question there is, with facts of each form that they can have. */
const samples: { readonly [K in keyof ConsentFacts]: readonly ConsentFacts[K][] } = {
  unlock: [{}],
  adoptKeychain: [{ keys: 1 }, { keys: 4 }],
  copyAlways: [
    { key, isNew: false },
    { key: bareKey, isNew: true },
  ],
  copyOnceMore: [{ key }, { key: bareKey }],
  erasePrevious: [{ key, until: at }],
  eraseNewer: [{ key }],
  deletePermanently: [{ key }, { key: bareKey }],
  emptyTrash: [
    { shown: [key], more: 0 },
    { shown: [bareKey, key], more: 2 },
  ],
  removeSpare: [
    { shown: [bareItem], more: 0 },
    { shown: [item, bareItem], more: 2 },
  ],
  leaveOutsideGit: [
    { file, system: 'git' },
    { file, system: 'Mercurial' },
  ],
  changeFormat: [{ file, before: { dialect: 'dotenv', expands: true }, wanted: { dialect: 'shell', expands: false } }],
  linkFolders: [{ folders: ['/home/mia/shop: .env'] }, { folders: ['/a: .env', '/b: .env'] }],
  restoreCopyAlways: names,
  restoreErasing: names,
  'setting leaseSeconds': settings,
  'setting defaultPolicy': settings,
  'setting idleLockMinutes': [
    ...settings,
    { before: { ...defaultSettings, idleLockMinutes: 5 }, wanted: defaultSettings },
  ],
  'setting graceDays': settings,
  'setting trashDays': settings,
};

/** A question as it comes from the domain, of a kind and facts that belong together by the table's type. */
export const sampleQuestions: readonly { kind: ConsentQuestion['kind']; facts: object }[] = kindsOf(samples).flatMap(
  (kind) => samples[kind].map((facts) => ({ kind, facts })),
);

function kindsOf(table: object): ConsentQuestion['kind'][] {
  return Object.keys(table).filter((kind): kind is ConsentQuestion['kind'] => kind in samples);
}
