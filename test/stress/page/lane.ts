/** One lane of `npm run stress -- page`: attacks by itself and prints what it found as one line of JSON. */
import { attack } from './attack.ts';

const [calls = 0, seed = 0, vaults = 2] = process.argv.slice(2).map(Number);
const found = await attack({
  calls,
  seed,
  vaults: vaults === 1 ? 1 : 2,
  onProgress: (done) => process.stderr.write(`${done} of ${calls} calls, seed ${seed}\n`),
  onFound: (line) => process.stderr.write(`seed ${seed}: ${line}\n`),
});
// Not before all of it is through the pipe.
process.stdout.write(`${JSON.stringify(found)}\n`, () => process.exit(0));
