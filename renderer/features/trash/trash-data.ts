import { resourceOfMain } from '../../resource-of-main.ts';
import { type Answer, listen, type TrashedKey, type TrashPlace, type VaultBridge } from '../../vault-client.ts';

/** How many come at a time. */
const pageCount = 500;

async function readTrash(clavis: VaultBridge): Promise<Answer<TrashedKey[]>> {
  const all: TrashedKey[] = [];
  for (let after: TrashPlace | null = null; ; ) {
    const from: TrashPlace | null = after;
    const answer: Answer<TrashedKey[]> = await clavis.trash.list({ after: from, count: pageCount });
    if (!answer.ok) return answer;
    all.push(...answer.value);
    const last = answer.value.at(-1);
    if (last === undefined || answer.value.length < pageCount) return { ok: true, value: all };
    after = { deletedAt: last.deletedAt, id: last.id };
  }
}

/** The keys in Trash, the one deleted last first. */
export const trashed = resourceOfMain<TrashedKey[]>(readTrash, ({ reload }) => {
  listen((clavis) => clavis.trash.onChanged(reload));
  // How long they stay is a setting.
  listen((clavis) => clavis.settings.onChanged(reload));
});
