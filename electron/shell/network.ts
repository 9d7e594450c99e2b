import { app } from 'electron';
import { deadProxy, networkSwitches } from './network-walls.ts';
import { pageKinds, pageSession } from './sessions.ts';

/** Switches off what a session can't. It concerns pages alone: main's own requests are not touched. Before ready. */
export function appendNetworkSwitches(): void {
  for (const [name, value] of Object.entries(networkSwitches)) {
    const given = app.commandLine.getSwitchValue(name);
    app.commandLine.appendSwitch(name, given === '' ? value : `${given},${value}`);
  }
}

let isCutOff = false;

/** Cuts the pages' sessions off from the network, and no other session. After ready, before the first window. */
export async function cutPagesOff(): Promise<void> {
  const sessions = pageKinds.map(pageSession);
  // Electron makes a session's network when it is first needed, and then puts the command line's proxy over the session's.
  await Promise.all(sessions.map((session) => session.closeAllConnections()));
  await Promise.all(sessions.map((session) => session.setProxy(deadProxy)));
  isCutOff = true;
}

/** Throws while a page could still reach the network. */
export function assertCutOff(): void {
  if (!isCutOff) throw new Error('The pages are not cut off from the network yet.');
}
