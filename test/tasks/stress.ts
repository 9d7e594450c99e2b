/** `npm run stress -- NAME`: one long attack; without NAME, all. */
import { runNamed } from './named.ts';

await runNamed('stress');
