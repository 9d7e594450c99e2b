import { killSealedWrites } from '../support/sealed-kills.ts';

/** Needs nothing but Node. */
export const needsApp = false;

/** `npm run stress -- sealed KILLS`: the process of a passphrase vault is killed while it writes its file. */
export async function main(count = '2000') {
  const seed = Date.now() % 2 ** 31;
  console.log(`seed ${seed}`);
  const onKill = (kills: number): void => void (kills % 100 === 0 && console.log(`${kills} kills`));
  const { kills, operations, wrong } = await killSealedWrites(Number(count), { seed, onKill });
  for (const one of wrong) console.error(one);
  return {
    lastLine: `sealed: ${kills} kills, ${operations} operations acknowledged, ${wrong.length} wrong states`,
    ok: wrong.length === 0,
  };
}
