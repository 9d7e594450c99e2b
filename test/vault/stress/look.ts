import path from 'node:path';
import { accountOf } from '../../../electron/vault/keys/value-store.ts';
import type { ListedKey, VersionRecord } from '../../../electron/vault/records.ts';
import type { Opened } from './perform.ts';
import type { Seen, SeenKey, SeenTarget, SeenVersion } from './protocol.ts';

async function seeVersion({ ports }: Opened, version: VersionRecord): Promise<SeenVersion> {
  const { number, grants, fingerprint } = version;
  const value = await ports.keychain.read(accountOf(version));
  return { number, grants, fingerprint, value: value?.reveal() ?? null };
}

async function seeKey(opened: Opened, { key, current, previous }: ListedKey): Promise<SeenKey> {
  return {
    id: key.id,
    name: key.name,
    pinned: key.pinned,
    deleted: key.deletedAt !== null,
    current: await seeVersion(opened, current),
    previous: previous === null ? null : await seeVersion(opened, previous),
  };
}

function seeTargets({ ports: { store } }: Opened): SeenTarget[] {
  return store.projects.all().flatMap(({ id: projectId, root }) =>
    store.targets.ofProject(projectId).map(({ id, file }) => ({
      id,
      root,
      file,
      wasWritten: store.writtenFiles.has(path.join(root, file)),
      bindings: store.bindings.ofTarget(id).map(({ envVar, keyId, exported }) => ({ envVar, keyId, exported })),
    })),
  );
}

/** All that can be seen of the vault: through its ports, each value read back from the keychain. */
export async function look(opened: Opened): Promise<Seen> {
  const { vault, ports } = opened;
  const { store } = ports;
  const keys: SeenKey[] = [];
  for (const listed of [...store.keys.listed(), ...store.keys.deleted()]) keys.push(await seeKey(opened, listed));
  return {
    keys,
    targets: seeTargets(opened),
    intents: store.intents.all().map(accountOf),
    tombstones: store.tombstones.all().map(accountOf),
    lease: vault.leases.current()?.keyId ?? null,
    leaseSeconds: vault.settings.get().leaseSeconds,
    activity: vault.activity
      .latest(1_000_000)
      .flatMap(({ kind, subject, count }) => Array.from({ length: count }, () => `${kind} ${subject}`))
      .sort(),
  };
}
