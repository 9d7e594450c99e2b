import { type Channel, calls } from '../../electron/ipc/contract.ts';

/** Ids that the vault under test knows; what is left out is a made-up one. */
export interface KnownIds {
  readonly keyId?: string;
  readonly projectId?: string;
  readonly targetId?: string;
}

const fields = {
  name: 'Made by a page',
  provider: '',
  envVar: 'MADE_BY_A_PAGE',
  copyPolicy: 'always',
  rotateEveryDays: null,
  note: '',
  tags: [],
} as const;
const recipe = { kind: 'bytes', bytes: 32, encoding: 'hex' } as const;
const value = 'a-value-that-a-page-typed';

/** A well-formed input for each channel of the contract, as a page could send it. */
export function plausibleInput(channel: Channel, ids: KnownIds = {}): unknown {
  const { keyId: id = 'k', projectId = 'p', targetId = 't' } = ids;
  const inputs: Partial<Record<Channel, unknown>> = {
    'keys.list': { after: '', count: 1_000 },
    'keys.check': { ...fields, id: null },
    'keys.add': { ...fields, value },
    'keys.recognize': { value },
    'keys.addFromClipboard': { ...fields, offerId: 'o' },
    'keys.addGenerated': { ...fields, recipe },
    'keys.edit': { ...fields, id },
    'keys.pin': { id, pinned: true },
    'keys.rotate': { id, value },
    'keys.rotateFromClipboard': { id, offerId: 'o' },
    'keys.rotateGenerated': { id, recipe },
    'trash.list': { after: null, count: 1_000 },
    'projects.unlink': { projectId },
    'projects.bind': { targetId, keyId: id, envVar: 'BOUND_BY_A_PAGE' },
    'projects.unbind': { targetId, envVar: 'BOUND_BY_A_PAGE' },
    'projects.preview': { targetId },
    'projects.ignore': { targetId, where: 'gitignore' },
    'projects.makePrivate': { targetId },
    'projects.leaveOutsideGit': { targetId },
    'projects.candidates': { projectId },
    'projects.addTarget': { projectId, candidateId: 'c' },
    'projects.pickTarget': { projectId },
    'projects.removeTarget': { targetId },
    'projects.setTarget': { targetId, dialect: 'dotenv', expands: false },
    'projects.previewExample': { targetId },
    'projects.writeExample': { exampleId: 'e' },
    'projects.scanImport': { targetId },
    'projects.takeImport': { importId: 'i', names: ['A'] },
    'projects.writeFile': { targetId },
    'activity.list': { keyId: null, limit: 500, before: null, only: null },
    'settings.set': { leaseSeconds: 300 },
    'moving.start': { to: 'passphrase' },
    'palette.export': { targetId },
    'backup.save': { passphrase: 'correct horse battery staple' },
    'backup.preview': { pickedId: 'p', passphrase: 'correct horse battery staple' },
    'backup.restore': { restoreId: 'r', keys: ['e'], projects: ['e'], settings: true },
    'imports.take': { externalImportId: 'c', entries: ['e'] },
    'question.answer': { questionId: 'q', kind: 'no' },
    'recovery.removeSpare': { recoveryId: 'r', itemIds: ['i'] },
    'recovery.take': { recoveryId: 'r', entries: [{ entryId: 'e', name: 'Found', envVar: 'FOUND' }] },
  };
  const { input } = calls[channel];
  return input.parse(inputs[channel] ?? (input.safeParse({ id }).success ? { id } : {}));
}
