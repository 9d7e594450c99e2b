import { mergeKeys } from './merge-keys.ts';
import { mergeProjects } from './merge-projects.ts';
import { resourceOfMain } from './resource-of-main.ts';
import {
  type AbilitiesView,
  type Answer,
  type ErasureView,
  type KeychainView,
  type KeyView,
  type LeaseView,
  type LockView,
  listen,
  type MoveView,
  type ProjectView,
  type ProviderView,
  type SettingsView,
  type VaultBridge,
} from './vault-client.ts';

/**
 * What several features show. Each is read once and kept in step by main's events, which come before the answer to the call
 * that brought them about: no answer is put in here, so that nothing is written twice, or by an older answer.
 */

/** More than a window shows at once, and how many come at a time once these are drawn. */
const [firstKeys, moreKeys] = [50, 1_000];

const drawn = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }));

async function readKeys(clavis: VaultBridge, showPart: (part: KeyView[]) => void): Promise<Answer<KeyView[]>> {
  const all: KeyView[] = [];
  for (let count = firstKeys; ; count = moreKeys) {
    const after = all.at(-1)?.name ?? '';
    const answer = await clavis.keys.list({ after, count });
    if (!answer.ok) return answer;
    all.push(...answer.value);
    if (answer.value.length < count) return { ok: true, value: all };
    if (count === firstKeys) {
      showPart([...all]);
      await drawn();
    }
  }
}

export const keys = resourceOfMain<KeyView[]>(readKeys, ({ reload, patch }) =>
  listen((clavis) =>
    clavis.keys.onChanged(({ changed, gone }) => {
      if (changed === null) reload();
      else patch((list) => mergeKeys(list, changed, gone));
    }),
  ),
);

export const projects = resourceOfMain<ProjectView[]>(
  (clavis) => clavis.projects.list({}),
  ({ reload, patch }) =>
    listen((clavis) =>
      clavis.projects.onChanged(({ changed, gone }) => {
        if (changed === null) reload();
        else patch((list) => mergeProjects(list, changed, gone));
      }),
    ),
);

/** How many keys are in Trash. */
export const trashCount = resourceOfMain<number>(
  (clavis) => clavis.trash.count({}),
  ({ reload }) => listen((clavis) => clavis.trash.onChanged(reload)),
);

export const providers = resourceOfMain<ProviderView[]>((clavis) => clavis.providers.list({}));

export const lease = resourceOfMain<{ readonly current: LeaseView | null }>(
  async (clavis) => {
    const answer = await clavis.lease.get({});
    return answer.ok ? { ok: true, value: { current: answer.value } } : answer;
  },
  ({ set }) => listen((clavis) => clavis.lease.onChanged((data) => set({ current: data.lease }))),
);

export const keychain = resourceOfMain<KeychainView>(
  (clavis) => clavis.keychain.get({}),
  ({ set }) => listen((clavis) => clavis.keychain.onChanged(set)),
);

/** Where values are, how far a move of them is, and what one left. */
export const moving = resourceOfMain<MoveView>(
  (clavis) => clavis.moving.get({}),
  ({ set }) => listen((clavis) => clavis.moving.onChanged(set)),
);

/** How many old values wait to be erased. */
export const erasure = resourceOfMain<ErasureView>(
  (clavis) => clavis.erasure.get({}),
  ({ set }) => listen((clavis) => clavis.erasure.onChanged(set)),
);

export const lock = resourceOfMain<LockView>(
  (clavis) => clavis.lock.get({}),
  ({ set }) => listen((clavis) => clavis.lock.onChanged(set)),
);

/** What the page knows of it, as it is told. */
export const isLocked = (): boolean => lock.get().value?.locked === true;

export const settings = resourceOfMain<SettingsView>(
  (clavis) => clavis.settings.get({}),
  ({ set }) => listen((clavis) => clavis.settings.onChanged(set)),
);

/** Which of the settings this system can follow: asked again when one changed, or the window comes to the front. */
export const abilities = resourceOfMain<AbilitiesView>(
  (clavis) => clavis.settings.abilities({}),
  ({ reload }) => {
    listen((clavis) => clavis.settings.onChanged(reload));
    window.addEventListener('focus', reload);
  },
);

/** Resolves when everything is there that the first frame shows. */
export async function startAll(): Promise<void> {
  const first = [keys, projects, providers, lease, keychain, settings];
  await Promise.all(first.map((one) => one.start()));
}
