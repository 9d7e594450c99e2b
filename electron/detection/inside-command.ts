import type { Inside } from './value-inside.ts';

const options: readonly (readonly [pattern: RegExp, removed: string])[] = [
  [/(?:^|\s)(?:-H|--header)[=\s]?\s*(?:"([^"]+)"|'([^']+)'|[“”]([^“”]+)[“”])/g, 'header'],
  [/(?:^|\s)(?:-u|--user)[=\s]\s*(?:"([^"]+)"|'([^']+)'|(\S+))/g, 'option'],
];
const named =
  /(?:^|\s)--?((?:[a-z]+-){0,3}(?:key|token|secret|password|passwd|pass|auth|body|value|pat))[=\s]\s*(?:"([^"]+)"|'([^']+)'|(\S+))/gi;
const setCommands: readonly RegExp[] = [
  /^(?:heroku config:set|(?:fly|flyctl) secrets set|railway variables (?:set|--set)|supabase secrets set|doppler secrets set|eb setenv|dokku config:set \S+|netlify env:set|convex env set|npx \S+ env set|vercel env add|gh secret set|aws configure set|gcloud config set|git config(?: --\w+)*|pulumi config set --secret|stripe config --set)\s+([\w.:/-]+)[=\s]\s*(.+)$/,
  /^machine\s+(\S+)\s+login\s+\S+\s+password\s+(\S+)$/,
  /^echo\s+()(["']?[^"'|>]+["']?)\s*\|.*$/,
];

const tools =
  /^(?:heroku|fly|flyctl|railway|supabase|doppler|eb|dokku|netlify|convex|npx|vercel|gh|aws|gcloud|git|pulumi|stripe|machine|echo)\s/;

/** Values in a command: headers and options of curl and its like, `config:set`, a line of .netrc. */
export function insideCommand(text: string): Inside[] {
  if (!/\s/.test(text) || text.length > 16_384) return [];
  const found: Inside[] = [];
  for (const pattern of tools.test(text) ? setCommands : []) {
    const [, name = '', value = ''] = pattern.exec(text) ?? [];
    if (value !== '')
      found.push({ text: value.trim(), name: name.includes('.') ? '' : name, removed: 'command', layer: 'command' });
  }
  if (!/(?:^|\s)-/.test(text)) return found;
  for (const [pattern, removed] of options) {
    for (const [, a, b, c] of [...text.matchAll(pattern)].slice(0, 20)) {
      found.push({ text: a ?? b ?? c ?? '', name: '', removed, layer: 'command' });
    }
  }
  for (const [, name = '', a, b, c] of [...text.matchAll(named)].slice(0, 20)) {
    found.push({ text: a ?? b ?? c ?? '', name, removed: 'option', layer: 'command' });
  }
  return found;
}
