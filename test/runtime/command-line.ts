import type Electron from 'electron';
import { closeObject, standIn } from './refuse.ts';

type Offered = Omit<Electron.CommandLine, never>;

/** Electron's `app.commandLine` over the switches of this start. Chromium is not given what is appended. */
export function commandLine(switches: Map<string, string>): Electron.CommandLine {
  const args: string[] = [];
  return closeObject(
    'commandLine',
    standIn<Electron.CommandLine>({
      appendArgument: (value) => void args.push(value),
      appendSwitch: (name: string, value = '') => void switches.set(name, value),
      getSwitchValue: (name) => switches.get(name) ?? '',
      hasSwitch: (name) => switches.has(name),
      removeSwitch: (name) => void switches.delete(name),
    } satisfies Offered),
  );
}
