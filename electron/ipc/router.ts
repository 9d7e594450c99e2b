import { ipcMain } from 'electron';
import { type AnswerOptions, createAnswer, type Handlers } from './answer.ts';
import { allChannels } from './contract.ts';

/** The only place that talks to `ipcMain`: every channel of the contract, and no other. */
export function openRouter(handlers: Handlers, options: AnswerOptions): void {
  const answer = createAnswer(handlers, options);
  for (const channel of allChannels) {
    ipcMain.handle(channel, (event, input: unknown) => answer(channel, event, input));
  }
}
