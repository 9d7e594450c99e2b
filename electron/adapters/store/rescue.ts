import { isVaultError, type VaultError } from '../../vault/errors.ts';
import { planRescue, type Rescued, type RescuePlan, rescue } from '../database/rescue.ts';
import { type OpenStore, openStore } from './store.ts';

/**
 * The vault's database at `file`, and what a rescue did, if one was needed: where it is damaged, `ask` is asked whether to
 * rebuild it (see `rescue`). Null: the person would rather not, and everything is as it was. Throws as `openStore` does,
 * but for `DATABASE_DAMAGED`.
 */
export async function openStoreOrRescue(
  file: string,
  ask: (plan: RescuePlan, damage: VaultError) => Promise<boolean>,
): Promise<{ store: OpenStore; rescued: Rescued | null } | null> {
  try {
    return { store: openStore(file), rescued: null };
  } catch (error) {
    if (!isVaultError(error, 'DATABASE_DAMAGED')) throw error;
    const plan = planRescue(file);
    if (!(await ask(plan, error))) return null;
    const rescued = rescue(file, plan, Date.now());
    return { store: openStore(file), rescued };
  }
}
