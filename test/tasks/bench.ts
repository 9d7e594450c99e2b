/** `npm run bench -- NAME`: measures one thing beside its peer in the same run; without NAME, all. */
import { runNamed } from './named.ts';

await runNamed('bench');
