import { Secret } from '../vault/secret.ts';
import type { Vault } from '../vault/vault.ts';
import type { Handlers } from './answer.ts';
import { errorAsData } from './call-error.ts';
import type { KeychainView } from './contract.ts';

/** What handlers need beside the vault. */
export interface HandlerParts {
  readonly vault: Vault;
  /** A folder that the person picked in a native dialog, or null (invariant 2). */
  readonly pickFolder: () => Promise<string | null>;
  /** A file that the person picked in a native dialog which opens in this folder, or null. */
  readonly pickFile: (folder: string) => Promise<string | null>;
  readonly keychainState: () => KeychainView;
}

/** The contract's table, each channel on the vault's function for it. */
export function createHandlers({ vault, pickFolder, pickFile, keychainState }: HandlerParts): Handlers {
  const { keys, copying, rotation, deletion, leases, offers, projects, targets, exporting, settings } = vault;
  return {
    'keys.list': () => keys.list(),
    'keys.add': ({ value, ...fields }) => keys.add(fields, new Secret(value)),
    'keys.offer': () => offers.look(),
    'keys.addFromClipboard': async ({ offerId, ...fields }) => keys.add(fields, await offers.take(offerId)),
    'keys.edit': ({ id, ...fields }) => keys.edit(id, fields),
    'keys.pin': ({ id, pinned }) => keys.pin(id, pinned),
    'keys.copy': async ({ id }) => {
      const { keyId, startedAt, endsAt } = await copying.copy(id);
      return { keyId, startedAt, endsAt };
    },
    'keys.allowCopy': ({ id }) => copying.allowOneMore(id),
    'keys.rotate': ({ id, value }) => rotation.rotate(id, new Secret(value)),
    'keys.rotateFromClipboard': async ({ id, offerId }) => rotation.rotate(id, await offers.take(offerId)),
    'keys.undoRotation': ({ id }) => rotation.undo(id),
    'keys.finishRotation': ({ id }) => rotation.finish(id),
    'keys.delete': async ({ id }) => ({ undoUntil: await deletion.delete(id) }),
    'keys.undoDelete': ({ id }) => deletion.undo(id),

    'lease.get': () => {
      const lease = leases.current();
      return lease && { keyId: lease.keyId, startedAt: lease.startedAt, endsAt: lease.endsAt };
    },
    'lease.clear': async () => {
      await leases.end();
      return null;
    },

    'providers.list': () => vault.providers.list(),

    'projects.list': () => projects.list(),
    'projects.link': async () => {
      const folder = await pickFolder();
      return folder === null ? null : projects.link(folder);
    },
    'projects.unlink': ({ projectId }) => {
      projects.unlink(projectId);
      return null;
    },
    'projects.bind': ({ targetId, keyId, envVar }) => projects.bind(targetId, keyId, envVar),
    'projects.unbind': ({ targetId, envVar }) => projects.unbind(targetId, envVar),
    'projects.preview': ({ targetId }) => exporting.preview(targetId),
    'projects.ignore': ({ targetId, where }) => exporting.ignore(targetId, where),
    'projects.leaveOutsideGit': ({ targetId }) => exporting.leaveOutsideGit(targetId),
    'projects.candidates': ({ projectId }) => targets.candidates(projectId),
    'projects.addTarget': ({ projectId, candidateId }) => targets.add(projectId, candidateId),
    'projects.pickTarget': async ({ projectId }) => {
      const picked = await pickFile(targets.rootOf(projectId));
      return picked === null ? null : targets.addPicked(projectId, picked);
    },
    'projects.removeTarget': ({ targetId }) => targets.remove(targetId),
    'projects.setTarget': ({ targetId, dialect, expands }) => targets.set(targetId, dialect, expands),
    'projects.drift': async () => (await vault.drift.all()).map(errorAsData),
    'projects.exportAll': async () => (await vault.exportAll.everything()).map(errorAsData),
    'projects.previewExample': ({ targetId }) => vault.example.preview(targetId),
    'projects.writeExample': ({ exampleId }) => vault.example.write(exampleId),
    'projects.scanImport': ({ targetId }) => vault.importing.scan(targetId),
    'projects.takeImport': ({ importId, names }) => vault.importing.take(importId, names),
    'projects.export': ({ previewId }) => exporting.export(previewId),

    'activity.list': ({ keyId, limit }) => vault.activity.latest(limit, keyId ?? undefined),

    'settings.get': () => settings.get(),
    'settings.set': (wanted) => settings.set(wanted),

    'keychain.get': () => keychainState(),
  };
}
