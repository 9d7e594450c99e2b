import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { standInRecord } from './hooks-for-tests.ts';
import { closeClass } from './refuse.ts';

type TouchId = Pick<Electron.SystemPreferences, 'canPromptTouchID' | 'promptTouchID'>;

/** What Electron has on macOS and Windows only: elsewhere it reads as undefined. */
const ABSENT_ON_LINUX = [
  'canPromptTouchID',
  'promptTouchID',
  'getMediaAccessStatus',
  'askForMediaAccess',
  'isTrustedAccessibilityClient',
  'getEffectiveAppearance',
  'effectiveAppearance',
];

const touchId: TouchId = {
  canPromptTouchID: () => standInRecord.touchId.available,
  async promptTouchID(reason) {
    if (reason === '') throw new Error('reason must be non-empty');
    await standInRecord.touchId.answer(reason);
  },
};

/** Electron's `systemPreferences`. Touch ID is the test's to answer, and exists on macOS alone. */
export class SystemPreferences
  extends EventEmitter
  implements Pick<Electron.SystemPreferences, 'getAnimationSettings'>
{
  constructor(platform: NodeJS.Platform = process.platform) {
    super();
    if (platform === 'linux') Object.assign(this, Object.fromEntries(ABSENT_ON_LINUX.map((name) => [name, undefined])));
    if (platform === 'darwin') Object.assign(this, touchId);
  }

  getAnimationSettings(): Electron.AnimationSettings {
    return { shouldRenderRichAnimation: true, scrollAnimationsEnabledBySystem: false, prefersReducedMotion: false };
  }
}
closeClass('systemPreferences', SystemPreferences);

/** The one `systemPreferences`. */
export const systemPreferences = new SystemPreferences();
