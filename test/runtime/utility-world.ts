/** What a utility process has before the app's script runs in it: `process.parentPort`. Then it runs the script. */
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type Electron from 'electron';
import { answerElectron } from './hooks.ts';
import { absent } from './refuse.ts';

/** Electron's `parentPort`: what comes is kept until somebody listens. */
class ParentPort extends EventEmitter implements Pick<Electron.ParentPort, 'postMessage'> {
  postMessage(message: unknown): void {
    // Nobody hears what is said when main has gone; the process ends in a moment.
    if (process.connected) process.send?.({ message });
  }
}

const parentPort = new ParentPort();
const kept: unknown[] = [];

function deliver(): void {
  while (kept.length > 0 && parentPort.listenerCount('message') > 0) {
    parentPort.emit('message', { data: kept.shift(), ports: [] });
  }
}

process.on('message', (sent) => {
  kept.push(Reflect.get(Object(sent), 'message'));
  deliver();
});
parentPort.on('newListener', (name) => {
  if (name === 'message') setImmediate(deliver);
});
// Main has gone.
process.on('disconnect', () => process.exit());

const [executable = '', , script = '', ...args] = process.argv;
process.argv = [executable, script, ...args];
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true });
Object.defineProperty(process, 'parentPort', { value: parentPort, enumerable: true });
answerElectron({ net: absent('net'), systemPreferences: absent('systemPreferences') });
await import(pathToFileURL(script).href);
