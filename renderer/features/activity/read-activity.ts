import type { ActivityView, Answer, VaultBridge } from '../../vault-client.ts';

export type Only = 'loosened' | null;

/** As many entries as one answer holds at most. */
const longest = 500;

/** The newest entries, at least `count` where there are as many, and whether there are older ones. */
export async function readActivity(
  clavis: VaultBridge,
  count: number,
  only: Only,
): Promise<Answer<{ entries: ActivityView[]; more: boolean }>> {
  const entries: ActivityView[] = [];
  for (;;) {
    // One more than is shown tells whether there are older ones.
    const limit = Math.min(longest, count + 1 - entries.length);
    const before = entries.at(-1)?.id ?? null;
    const answer = await clavis.activity.list({ keyId: null, limit, before, only });
    if (!answer.ok) return answer;
    entries.push(...answer.value);
    const more = entries.length > count;
    if (more || answer.value.length < limit) return { ok: true, value: { entries: entries.slice(0, count), more } };
  }
}
