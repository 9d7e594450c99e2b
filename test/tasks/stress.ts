/** `npm run stress -- NAME`: one long attack; without NAME, all. `recognition` takes a file of cases behind its name. */
import { runNamed } from './named.ts';

await runNamed('stress');
