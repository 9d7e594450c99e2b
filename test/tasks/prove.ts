/** `npm run prove -- NAME`: one long attack; without NAME, all. */
import { runNamed } from './named.ts';

await runNamed('prove');
