import { app, dialog } from 'electron';
import type { VaultError } from '../vault/errors.ts';
import { type RescueOffer, rescueQuestion } from './rescue-question.ts';

/** Whether to rebuild a damaged vault. Before any window: nobody but the person can answer (invariant 2). */
export async function askRescue(offer: RescueOffer, damage: VaultError): Promise<boolean> {
  await app.whenReady();
  const { question, rebuild } = rescueQuestion(offer, damage);
  return (await dialog.showMessageBox(question)).response === rebuild;
}
