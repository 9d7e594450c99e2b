import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import { standInRecord } from './hooks-for-tests.ts';
import { type PlatformEvents, refuseForeignEvent } from './platform-events.ts';
import { closeClass } from './refuse.ts';

/** From electron.d.ts. */
const FOREIGN: PlatformEvents = {
  shutdown: ['linux', 'darwin'],
  'lock-screen': ['darwin', 'win32'],
  'unlock-screen': ['darwin', 'win32'],
  'on-ac': ['darwin', 'win32'],
  'on-battery': ['darwin'],
  'thermal-state-change': ['darwin'],
  'speed-limit-change': ['darwin', 'win32'],
  'user-did-become-active': ['darwin'],
  'user-did-resign-active': ['darwin'],
};

/** What logind waits, by default, for a program that delays the shutdown (`InhibitDelayMaxSec`). */
const DELAY_MS = 5_000;

/** Electron's `powerMonitor`: says nothing by itself. A test emits its events, and sets the rest in `__standIn.power`. */
export class PowerMonitor
  extends EventEmitter
  implements
    Pick<Electron.PowerMonitor, 'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'>
{
  readonly #platform: NodeJS.Platform;

  constructor(platform: NodeJS.Platform = process.platform) {
    super();
    this.#platform = platform;
  }

  /** Electron's own come with an event, and so do those that a test emits without one. */
  override emit(name: string | symbol, ...args: unknown[]): boolean {
    refuseForeignEvent('powerMonitor', FOREIGN, name, this.#platform);
    const ownEvent = name !== 'newListener' && name !== 'removeListener' && args.length === 0;
    return super.emit(name, ...(ownEvent ? [preventable({})] : args));
  }

  getSystemIdleState(idleThreshold: number): 'active' | 'idle' | 'locked' {
    if (!(idleThreshold > 0)) throw new TypeError('Invalid idle threshold, must be greater than 0');
    const { idleSeconds, locked } = standInRecord.power;
    if (locked) return 'locked';
    return idleSeconds >= idleThreshold ? 'idle' : 'active';
  }
  getSystemIdleTime(): number {
    return Math.floor(standInRecord.power.idleSeconds);
  }
  isOnBatteryPower(): boolean {
    return standInRecord.power.onBattery;
  }
  get onBatteryPower(): boolean {
    return this.isOnBatteryPower();
  }
}
closeClass('powerMonitor', PowerMonitor);

/** The one `powerMonitor`. */
export const powerMonitor = new PowerMonitor();

/**
 * The session ends, as systemd ends it: `shutdown` is told, then comes SIGTERM, on which Electron quits. An app that
 * prevented the event is waited for, and gets SIGTERM when it has not quit after five seconds.
 */
standInRecord.endSession = () => {
  const event = preventable({});
  powerMonitor.emit('shutdown', event);
  const terminate = (): void => void process.kill(process.pid, 'SIGTERM');
  if (event.defaultPrevented) setTimeout(terminate, DELAY_MS).unref();
  else terminate();
  return event.defaultPrevented;
};
