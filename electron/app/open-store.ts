import path from 'node:path';
import { closeToOthers } from '../adapters/files/private-folder.ts';
import { openStoreOrRepair } from '../adapters/store/open-or-repair.ts';
import type { OpenStore } from '../adapters/store/store.ts';
import type { RepairView } from '../ipc/contract.ts';
import { askRepair } from '../shell/database-repair.ts';
import type { VaultError } from '../vault/errors.ts';

export interface StoreAtStart {
  readonly store: OpenStore;
  /** What a repair of the database did; null: none was needed. */
  readonly repair: RepairView | null;
  /** Why other users of this computer may still read the folder; null: they can't. */
  readonly openToOthers: VaultError | null;
}

/**
 * Opens the vault's database in this folder, which it closes to other users first. Null: it is damaged, and the person would
 * rather not have it repaired.
 * @throws VAULT_IN_USE, DATABASE_*
 */
export async function openStoreAtStart(folder: string): Promise<StoreAtStart | null> {
  const openToOthers = await closeToOthers(folder);
  const opened = await openStoreOrRepair(path.join(folder, 'vault.db'), askRepair);
  return opened && { store: opened.store, repair: opened.repaired, openToOthers };
}
