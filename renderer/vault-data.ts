import { resource } from './resource.ts';
import {
  ask,
  type KeychainView,
  type KeyView,
  type LeaseView,
  listen,
  type ProjectView,
  type ProviderView,
} from './vault-client.ts';

/** What several features show. Each is read once and kept in step by main's events. */

export const keys = resource<KeyView[]>(
  () => ask((clavis) => clavis.keys.list({})),
  ({ reload }) => listen((clavis) => clavis.keys.onChanged(reload)),
);

export const projects = resource<ProjectView[]>(
  () => ask((clavis) => clavis.projects.list({})),
  ({ reload }) => listen((clavis) => clavis.projects.onChanged(reload)),
);

export const providers = resource<ProviderView[]>(
  () => ask((clavis) => clavis.providers.list({})),
  () => undefined,
);

export const lease = resource<{ readonly current: LeaseView | null }>(
  async () => {
    const answer = await ask((clavis) => clavis.lease.get({}));
    return answer.ok ? { ok: true, value: { current: answer.value } } : answer;
  },
  ({ set }) => listen((clavis) => clavis.lease.onChanged((data) => set({ current: data.lease }))),
);

export const keychain = resource<KeychainView>(
  () => ask((clavis) => clavis.keychain.get({})),
  ({ set }) => listen((clavis) => clavis.keychain.onChanged(set)),
);

/** Puts a key that a call answered in the place of its older self. */
export function keepKey(key: KeyView): void {
  keys.patch((list) =>
    list.some((one) => one.id === key.id) ? list.map((one) => (one.id === key.id ? key : one)) : [...list, key],
  );
}

export function keepProject(project: ProjectView): void {
  projects.patch((list) =>
    list.some((one) => one.id === project.id)
      ? list.map((one) => (one.id === project.id ? project : one))
      : [...list, project],
  );
}
