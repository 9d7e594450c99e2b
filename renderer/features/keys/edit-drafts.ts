import { useEffect } from 'react';
import { drafts, useDrafts } from '../../ui/drafts.ts';
import { useResource } from '../../use-resource.ts';
import type { KeyView } from '../../vault-client.ts';
import * as data from '../../vault-data.ts';
import { draftOf, type KeyDraft } from './key-fields.tsx';

/** The keys that are being edited, by id: a form is open where there is a draft, and survives until it is saved or discarded. */
export const editDrafts = drafts<KeyDraft>();

export function isChanged(view: KeyView, draft: KeyDraft): boolean {
  return JSON.stringify(draftOf(view)) !== JSON.stringify(draft);
}

/** Closes the forms in which nothing was changed, and those of keys that are gone. */
function dropIdle(keys: readonly KeyView[], but: string | null): void {
  const byId = new Map(keys.map((key) => [key.id, key]));
  for (const [id, draft] of editDrafts.all()) {
    const key = byId.get(id);
    if (id !== but && (key === undefined || !isChanged(key, draft))) editDrafts.drop(id);
  }
}

/** The drafts, while `shown` is the key that is looked at: leaving an unchanged form closes it. */
export function useEditDrafts(shown: string | null): ReadonlyMap<string, KeyDraft> {
  const { value: keys, isPart } = useResource(data.keys);
  useEffect(() => {
    if (keys && !isPart) dropIdle(keys, shown);
  }, [keys, isPart, shown]);
  return useDrafts(editDrafts);
}
