import type {
  AskedItem,
  AskedKey,
  ConsentFacts,
  ConsentKind,
  ConsentQuestion,
} from '../../electron/vault/consent-question.ts';
import { protectionDowngrades } from '../../electron/vault/settings/protection-downgrades.ts';
import { settingTable } from '../../electron/vault/settings/setting-table.ts';
import { settingNames } from '../../electron/vault/settings/setting-values.ts';
import { settingsWith, valuesOf } from '../support/setting-values.ts';

const at = Date.UTC(2026, 10, 12, 14, 5);
const key: AskedKey = { name: 'Shop', provider: 'OpenAI', last4: '3f9A', currentSince: at, before: null };
const bareKey: AskedKey = { name: 'Bare', provider: null, last4: null, currentSince: at, before: 'Shop' };
const file = { file: 'shop/.env', folder: '/home/mia/shop' };
const item: AskedItem = { name: 'Shop', isPrevious: true, collection: 'Work', changedAt: at };
const bareItem: AskedItem = { name: 'Shop', isPrevious: false, collection: '', changedAt: null };
const names = [
  { shown: ['Shop'], more: 0 },
  { shown: ['Shop', 'Mail'], more: 3 },
];

type OtherKind = Exclude<ConsentKind, `setting ${string}`>;

/** Every question there is but those of settings, with facts of each form that they can have. */
const samples: { readonly [K in OtherKind]: readonly ConsentFacts[K][] } = {
  unlock: [{}],
  moveValues: [
    { to: 'passphrase', keys: 1 },
    { to: 'keychain', keys: 12 },
  ],
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
};

/** What is asked before each change of a setting that protects less, between the values that it can have. */
const ofSettings: readonly ConsentQuestion[] = settingNames.flatMap((name) => {
  const all = valuesOf(settingTable[name]).map((value) => settingsWith(name, value));
  const changes = all.flatMap((before) => all.flatMap((wanted) => protectionDowngrades(before, wanted)));
  return changes.map(({ question }) => question);
});

/** A question as it comes from the domain, of a kind and facts that belong together by the table's type. */
export const sampleQuestions: readonly { kind: ConsentKind; facts: object }[] = [
  ...kindsOf(samples).flatMap((kind) => samples[kind].map((facts) => ({ kind, facts }))),
  ...ofSettings,
];

function kindsOf(table: object): OtherKind[] {
  return Object.keys(table).filter((kind): kind is OtherKind => kind in samples);
}
