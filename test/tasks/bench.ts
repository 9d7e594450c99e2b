/** `npm run bench -- NAME`: measures one thing next to its peer in the same run; without NAME, all. */
import { runNamed } from './named.ts';

await runNamed('bench');
