import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { standInRecord } from './hooks-for-tests.ts';
import { closeClass, closeObject } from './refuse.ts';

/**
 * Electron's `powerMonitor`: says nothing by itself. A test emits 'suspend', 'resume', 'shutdown' and their like; on Linux
 * 'lock-screen' does not exist in Electron either.
 */
class PowerMonitor
  extends EventEmitter
  implements
    Pick<Electron.PowerMonitor, 'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'>
{
  onBatteryPower = false;
  getSystemIdleState(): 'active' {
    return 'active';
  }
  getSystemIdleTime(): number {
    return 0;
  }
  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
}
closeClass('powerMonitor', PowerMonitor);
export const powerMonitor = new PowerMonitor();

/** Electron's `globalShortcut`: no keys are grabbed; a test runs a callback through `__standIn.shortcuts`. */
export const globalShortcut = closeObject('globalShortcut', {
  register(accelerator: string, callback: () => void): boolean {
    if (standInRecord.shortcuts.has(accelerator)) return false;
    standInRecord.shortcuts.set(accelerator, callback);
    return true;
  },
  registerAll(accelerators: string[], callback: () => void): void {
    for (const accelerator of accelerators) globalShortcut.register(accelerator, callback);
  },
  isRegistered: (accelerator: string): boolean => standInRecord.shortcuts.has(accelerator),
  unregister: (accelerator: string): void => void standInRecord.shortcuts.delete(accelerator),
  unregisterAll: (): void => standInRecord.shortcuts.clear(),
} satisfies Pick<
  Electron.GlobalShortcut,
  'register' | 'registerAll' | 'isRegistered' | 'unregister' | 'unregisterAll'
>);

/** Electron's `shell`: what would leave the app is recorded in `__standIn`, never done. */
export const shell = closeObject('shell', {
  async openExternal(url: string): Promise<void> {
    standInRecord.openedExternals.push(url);
  },
  async openPath(path: string): Promise<string> {
    standInRecord.openedPaths.push(path);
    return '';
  },
  showItemInFolder: (fullPath: string): void => void standInRecord.openedPaths.push(fullPath),
  beep(): void {},
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>);

/** Electron's `systemPreferences` on Linux: what exists on macOS and Windows only is undefined, as there. */
class SystemPreferences extends EventEmitter implements Pick<Electron.SystemPreferences, 'getAnimationSettings'> {
  readonly canPromptTouchID = undefined;
  readonly promptTouchID = undefined;
  readonly getMediaAccessStatus = undefined;
  readonly askForMediaAccess = undefined;
  readonly isTrustedAccessibilityClient = undefined;
  readonly getEffectiveAppearance = undefined;
  readonly effectiveAppearance = undefined;
  getAnimationSettings(): Electron.AnimationSettings {
    return { shouldRenderRichAnimation: true, scrollAnimationsEnabledBySystem: false, prefersReducedMotion: false };
  }
}
closeClass('systemPreferences', SystemPreferences);
export const systemPreferences = new SystemPreferences();
