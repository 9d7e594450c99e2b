import { app, dialog } from 'electron';
import type { VaultError } from '../vault/errors.ts';
import { type RepairOffer, repairQuestion } from './database-repair-question.ts';

/** Whether to rebuild a damaged vault. Before any window: nobody but the person can answer (invariant 2). */
export async function askRepair(offer: RepairOffer, damage: VaultError): Promise<boolean> {
  await app.whenReady();
  const { question, rebuild } = repairQuestion(offer, damage);
  return (await dialog.showMessageBox(question)).response === rebuild;
}
