import { dialects } from '../../../electron/envfile/index.ts';
import { type Channel, calls, type Input } from '../../../electron/ipc/contract.ts';
import type { Pool } from './pool.ts';
import type { Random } from './random.ts';
import { marker } from './shells.ts';

/** One call of the page. */
export interface Move {
  readonly channel: Channel;
  readonly input: unknown;
}

const names: readonly [string, ...string[]] = [
  'STOLEN_KEY',
  'API_TOKEN',
  'OPENAI_API_KEY',
  'DB_PASSWORD',
  'TLS_KEY',
  'SESSION_SECRET',
  'PORT',
  'DEBUG',
  'LOG_LEVEL',
  'NODE_ENV',
  'OPENAI_BASE_URL',
  'NEXT_PUBLIC_API_KEY',
  'VITE_SECRET',
  'LD_PRELOAD',
  'NODE_OPTIONS',
  'CARGO_BUILD_RUSTC_WRAPPER',
  'TAR_OPTIONS',
  'HTTP_PROXY',
  'A',
  'a-b',
  'WITH SPACE',
  '1ST',
  'K'.repeat(130),
];

/** Texts that change how what stands around them is read. */
const baits: readonly [string, ...string[]] = [
  "it's",
  'say "',
  '`',
  `$(touch ${marker})`,
  `x; touch ${marker} #`,
  'x\nSTOLEN=',
  "x'\nexport STOLEN='",
  '"\n',
  '\\',
  '<<E',
  '((',
  '{',
  '-----BEGIN PRIVATE KEY-----',
  '-----END PRIVATE KEY-----',
  '\u2028A=1',
  '1234',
  '000000',
  'true',
  'x',
  'a-value-of-more-than-sixteen-bytes',
];

/** Most often the one that writes values as they are: in another program's file that is code. */
const wantedDialects = [...dialects, 'docker', 'docker'] as const;

/** Inputs that an attacker would send, for every channel of the contract: a new channel does not compile without one. */
function inputs(random: Random, pool: Pool, guesses: readonly string[]): { readonly [C in Channel]: () => Input<C> } {
  const key = () => ({ id: pool.id('keyId', 'value.id', 'changed.id') });
  const keyId = () => key().id;
  const target = () => ({ targetId: pool.id('targetId', 'targets.id') });
  const project = () => ({ projectId: pool.id('projectId', 'value.id') });
  const name = () => (random.chance(0.75) ? random.pick(names) : (pool.said('envVar', 'name') ?? random.pick(names)));
  const text = () =>
    random.chance(0.7) ? random.pick(baits) : (pool.said('name', 'envVar', 'file', 'last4', 'message') ?? '');
  const code = () => random.pick([`$(touch ${marker})`, `x; touch ${marker} #`] as const);
  const value = () =>
    random.chance(0.15)
      ? (random.pick(guesses) ?? code())
      : random.chance(0.3)
        ? code()
        : random.chance(0.5)
          ? text()
          : `${text()}${random.pick(baits)}${random.below(1_000_000)}`;
  const fields = () => ({
    name: random.chance(0.9) ? `Page ${random.below(1_000_000)}` : text(),
    provider: random.pick(['', 'openai', 'stripe', 'nobody']),
    envVar: name(),
    copyPolicy: random.pick(['once', 'once', 'once', 'always'] as const),
    rotateEveryDays: random.pick([null, 30, 90] as const),
    note: random.chance(0.1) ? text() : '',
    tags: [],
  });
  const recipe = () =>
    random.chance(0.5)
      ? ({
          kind: 'bytes',
          bytes: 8 + random.below(40),
          encoding: random.pick(['hex', 'base64', 'base64url'] as const),
        } as const)
      : ({
          kind: 'text',
          length: 8 + random.below(40),
          alphabet: random.pick(['letters-digits', 'digits'] as const),
        } as const);
  const nothing = () => ({});
  const few = (fieldsOf: string) => Array.from({ length: 1 + random.below(3) }, () => pool.id(fieldsOf));
  return {
    'keys.list': () => ({ after: random.chance(0.8) ? '' : text(), count: 1 + random.below(1_000) }),
    'keys.add': () => ({ ...fields(), value: value(), keepOdd: random.chance(0.5) }),
    'keys.check': () => ({ ...fields(), id: random.chance(0.5) ? null : keyId() }),
    'keys.offer': nothing,
    'keys.recognize': () => ({ value: value() }),
    'keys.addFromClipboard': () => ({ ...fields(), offerId: pool.id('offerId') }),
    'keys.addGenerated': () => ({ ...fields(), recipe: recipe() }),
    'keys.edit': () => ({ ...fields(), ...key() }),
    'keys.pin': () => ({ ...key(), pinned: random.chance(0.5) }),
    'keys.copy': key,
    'keys.allowCopy': key,
    'keys.rotate': () => ({ ...key(), value: value(), keepOdd: random.chance(0.5) }),
    'keys.rotateFromClipboard': () => ({ ...key(), offerId: pool.id('offerId') }),
    'keys.rotateGenerated': () => ({ ...key(), recipe: recipe() }),
    'keys.undoRotation': key,
    'keys.finishRotation': key,
    'keys.delete': key,
    'keys.deleteWithLines': key,
    'trash.count': nothing,
    'trash.list': () => ({
      after: random.chance(0.5) ? null : { deletedAt: random.below(2 ** 40), id: keyId() },
      count: 1 + random.below(1_000),
    }),
    'trash.restore': key,
    'trash.removeLines': key,
    'trash.deletePermanently': key,
    'trash.empty': nothing,
    'erasure.get': nothing,
    'erasure.tryAgain': nothing,
    'lease.get': nothing,
    'lease.clear': nothing,
    'providers.list': nothing,
    'projects.list': nothing,
    'projects.link': nothing,
    'projects.unlink': project,
    'projects.bind': () => ({ ...target(), keyId: keyId(), envVar: name() }),
    'projects.unbind': () => ({ ...target(), envVar: name() }),
    'projects.preview': target,
    'projects.ignore': () => ({ ...target(), where: random.pick(['gitignore', 'exclude'] as const) }),
    'projects.makePrivate': target,
    'projects.leaveOutsideGit': target,
    'projects.candidates': project,
    'projects.addTarget': () => ({ ...project(), candidateId: pool.id('candidateId') }),
    'projects.pickTarget': project,
    'projects.removeTarget': target,
    'projects.setTarget': () => ({ ...target(), dialect: random.pick(wantedDialects), expands: random.chance(0.3) }),
    'projects.drift': nothing,
    'projects.writeAll': nothing,
    'projects.writeFile': target,
    'keys.writeFiles': key,
    'projects.previewExample': target,
    'projects.writeExample': () => ({ exampleId: pool.id('exampleId') }),
    'projects.scanImport': target,
    'projects.takeImport': () => ({ importId: pool.id('importId'), names: [name(), pool.id('name')] }),
    'activity.list': () => ({
      keyId: random.chance(0.5) ? null : keyId(),
      limit: 1 + random.below(500),
      before: random.chance(0.5) ? null : 1 + random.below(10_000),
      only: random.pick(['loosened', null] as const),
    }),
    'settings.get': nothing,
    'settings.abilities': nothing,
    'settings.set': () => {
      const wanted: [Input<'settings.set'>, ...Input<'settings.set'>[]] = [
        { leaseSeconds: 5 + random.below(296) },
        { graceDays: random.below(91) },
        { trashDays: random.pick([1, 7, 30, 90] as const) },
        { defaultPolicy: random.pick(['once', 'always'] as const) },
        { idleLockMinutes: random.below(241) },
        { shortcut: random.pick(['', 'A', 'CommandOrControl+Shift+K']) },
      ];
      return random.pick(wanted);
    },
    'lock.get': nothing,
    'lock.unlock': nothing,
    'lock.lock': nothing,
    'palette.list': nothing,
    'palette.copy': key,
    'palette.targets': key,
    'palette.export': target,
    'palette.open': key,
    'palette.hide': nothing,
    'keychain.get': nothing,
    'keychain.tryAgain': nothing,
    'keychain.adopt': nothing,
    'keychain.choosePassphrase': nothing,
    'keychain.changePassphrase': nothing,
    'moving.get': nothing,
    'moving.start': () => ({ to: random.pick(['keychain', 'passphrase'] as const) }),
    'moving.removeLeft': nothing,
    'backup.save': () => ({ passphrase: 'chosen by the page itself' }),
    'backup.pick': nothing,
    'backup.preview': () => ({ pickedId: pool.id('pickedId'), passphrase: 'chosen by the page itself' }),
    'backup.restore': () => ({
      restoreId: pool.id('restoreId'),
      keys: few('entryId'),
      projects: few('entryId'),
      settings: random.chance(0.5),
    }),
    'backup.forget': nothing,
    'imports.pickFile': nothing,
    'imports.pickFolder': nothing,
    'imports.take': () => ({ externalImportId: pool.id('externalImportId'), entries: few('entryId') }),
    'imports.forget': nothing,
    'question.get': nothing,
    'question.answer': () => ({
      questionId: pool.id('questionId'),
      kind: 'write',
      files: [
        {
          at: random.below(3),
          lines: [{ at: random.below(3), as: random.pick(['write', 'take', 'remove'] as const) }],
        },
      ],
    }),
    'recovery.scan': nothing,
    'recovery.take': () => ({
      recoveryId: pool.id('recoveryId'),
      entries: few('entryId').map((entryId) => ({ entryId, name: `Found ${random.below(1_000_000)}`, envVar: name() })),
    }),
    'recovery.removeSpare': () => ({ recoveryId: pool.id('recoveryId'), itemIds: few('itemId') }),
    'recovery.report': nothing,
    'diagnostics.copy': nothing,
  };
}

/** Channels that ask git, the keychain or an age file at length: less often than the others, as a person would notice. */
const slow: ReadonlySet<Channel> = new Set([
  'backup.preview',
  'backup.pick',
  'recovery.scan',
  'projects.writeAll',
  'projects.drift',
  'imports.pickFolder',
  'keys.list',
  'palette.list',
]);
/** Channels that close the door to all others, or take away what there is to attack. */
const rare: ReadonlySet<Channel> = new Set([
  'lock.lock',
  'projects.unlink',
  'projects.removeTarget',
  'keys.delete',
  'keys.deleteWithLines',
]);

/** Steps that lead further together than one by one; all of them on one target and one key. */
const plans: readonly [readonly Channel[], ...(readonly Channel[])[]] = [
  ['projects.bind', 'projects.preview', 'projects.writeFile'],
  ['projects.setTarget', 'projects.preview', 'projects.scanImport', 'projects.previewExample', 'projects.writeExample'],
  ['projects.scanImport', 'projects.takeImport', 'projects.unbind', 'projects.preview', 'projects.writeFile'],
  ['projects.scanImport', 'projects.takeImport', 'keys.rotate', 'projects.preview', 'projects.writeFile'],
  [
    'projects.bind',
    'projects.preview',
    'projects.writeFile',
    'projects.setTarget',
    'projects.scanImport',
    'projects.preview',
  ],
  ['keys.rotate', 'projects.setTarget', 'projects.bind', 'projects.preview', 'projects.writeFile'],
  ['projects.setTarget', 'keys.rotate', 'projects.unbind', 'projects.bind', 'projects.preview', 'projects.writeFile'],
  ['keys.rotate', 'projects.setTarget', 'projects.unbind', 'projects.bind', 'projects.preview', 'projects.writeFile'],
  ['projects.unbind', 'projects.bind', 'projects.preview', 'projects.writeFile'],
  ['projects.preview', 'projects.ignore', 'projects.writeFile'],
  ['keys.delete', 'trash.list', 'trash.deletePermanently', 'projects.preview', 'trash.restore', 'projects.writeFile'],
  ['projects.bind', 'projects.writeFile', 'keys.deleteWithLines', 'trash.removeLines', 'trash.empty', 'trash.restore'],
];

/** The page's next calls: one by itself in random order, or a plan of several. `guesses`: values that it tries. */
export function createMoves(random: Random, pool: Pool, guesses: readonly string[]) {
  const table = inputs(random, pool, guesses);
  const channels = Object.keys(calls).filter((name): name is Channel => name in calls);
  const often = channels.flatMap((channel) =>
    Array.from({ length: rare.has(channel) || slow.has(channel) ? 1 : 12 }, () => channel),
  );

  function oneOf(channel: Channel): Move {
    return { channel, input: table[channel]() };
  }

  return function* next(): Generator<Move> {
    if (random.chance(0.7)) {
      yield oneOf(random.pick(often) ?? 'keys.list');
      return;
    }
    const targetId = pool.id('targetId', 'targets.id');
    const keyId = pool.id('keyId', 'value.id', 'changed.id');
    const envVar = random.pick(names);
    const shared: Readonly<Record<string, unknown>> = { targetId, keyId, envVar };
    for (const channel of random.pick(plans)) {
      const { input } = oneOf(channel);
      const own = typeof input === 'object' && input !== null ? input : {};
      const same = Object.entries(shared).filter(([field]) => field in own);
      const taken = channel === 'projects.takeImport' ? { names: [envVar, pool.id('name')] } : {};
      yield { channel, input: { ...own, ...Object.fromEntries(same), ...taken } };
    }
  };
}
