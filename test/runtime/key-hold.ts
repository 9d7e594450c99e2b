import type { Session } from './cdp.ts';

/** The function of `key-world.ts` that waits. */
const WAITS = 'askElectron';

/**
 * Holds a page's script at each key while main decides, from now on and for all its documents. The page's own `debugger`
 * statements hold nothing: they are resumed at once.
 * @param prevented main's decision about the key that was told last
 */
export async function holdKeys(session: Session, prevented: () => boolean): Promise<void> {
  session.on('Debugger.paused', ({ callFrames: [top] }) => {
    const resume = (): Promise<void> => session.send('Debugger.resume', {});
    const answered =
      top?.functionName === WAITS && prevented()
        ? session
            .send('Debugger.evaluateOnCallFrame', { callFrameId: top.callFrameId, expression: 'prevented = true' })
            .then(resume, resume)
        : resume();
    // The page may be gone by now.
    answered.catch(() => {});
  });
  await session.send('Debugger.enable', {});
}
