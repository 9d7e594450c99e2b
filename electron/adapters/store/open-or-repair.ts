import { isVaultError, type VaultError } from '../../vault/errors.ts';
import { planRepair, type Repaired, type RepairPlan, repairDatabase } from '../database/repair.ts';
import { type OpenStore, openStore } from './store.ts';

/**
 * The vault's database at `file`, and what a repair did, if one was needed: where it is damaged, `ask` is asked whether to
 * rebuild it (see `repairDatabase`). Null: the person would rather not, and everything is as it was. Throws as `openStore` does,
 * but for `DATABASE_DAMAGED`.
 */
export async function openStoreOrRepair(
  file: string,
  ask: (plan: RepairPlan, damage: VaultError) => Promise<boolean>,
): Promise<{ store: OpenStore; repaired: Repaired | null } | null> {
  try {
    return { store: openStore(file), repaired: null };
  } catch (error) {
    if (!isVaultError(error, 'DATABASE_DAMAGED')) throw error;
    const plan = planRepair(file);
    if (!(await ask(plan, error))) return null;
    const repaired = repairDatabase(file, plan, Date.now());
    return { store: openStore(file), repaired };
  }
}
