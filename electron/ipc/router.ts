import { ipcMain } from 'electron';
import { allChannels } from './contract.ts';
import { createDispatcher, type DispatcherOptions, type Handlers } from './dispatcher.ts';

/** The only place that talks to `ipcMain`: every channel of the contract, and no other. */
export function openRouter(handlers: Handlers, options: DispatcherOptions): void {
  const answer = createDispatcher(handlers, options);
  for (const channel of allChannels) {
    ipcMain.handle(channel, (event, input: unknown) => answer(channel, event, input));
  }
}
