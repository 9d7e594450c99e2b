import { type HarmOptions, harmByKeyring } from '../support/harm-by-keyring.ts';
import { hostileValues } from '../support/hostile-values.ts';
import { startKeyring } from '../support/keyring.ts';

/** Needs a gnome-keyring, and not the app. */
export const needsApp = false;

const batch = 200;

/** A keyring without a password is a text file: `count` values that could harm it, and the keyring restarted ten times. */
export async function stressKeyring(count: number, onBatch?: HarmOptions['onBatch']) {
  const keyring = await startKeyring({ passwordless: true });
  try {
    const options = { keyring, batch, ...(onBatch === undefined ? {} : { onBatch }) };
    const { changed, lost, theirs } = await harmByKeyring(hostileValues(count), options);
    for (const value of [...changed, ...lost]) console.error(JSON.stringify(value));
    return {
      lastLine: `keyring: ${count} values, ${changed.size} changed, ${lost.size} lost; of another program’s 20 secrets ${theirs} harmed`,
      ok: changed.size + lost.size + theirs === 0,
    };
  } finally {
    await keyring.stop();
  }
}

/** `npm run stress -- keyring COUNT` */
export function main(count = '2000') {
  return stressKeyring(Number(count), (written, changed, lost) =>
    console.log(`${written} values and a restart: ${changed} changed, ${lost} lost`),
  );
}
