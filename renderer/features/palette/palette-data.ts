import { mergeKeys } from '../../merge-keys.ts';
import { resourceOfMain } from '../../resource-of-main.ts';
import { type EventData, listen, type PaletteKey, type ProviderView } from '../../vault-client.ts';

type News = EventData<'palette.changed'>;

/** After the last of many changes. */
const settledMs = 300;

/** By name. What changed is put in when changes have come to rest, or when the palette is shown before that. */
export const paletteKeys = resourceOfMain<PaletteKey[]>(
  (clavis) => clavis.palette.list({}),
  ({ reload, set, patch }) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const news: News[] = [];
    function take(): News[] {
      clearTimeout(waiting);
      waiting = undefined;
      return news.splice(0);
    }
    function putIn(): void {
      const told = take();
      if (told.length === 0) return;
      if (told.some(({ changed }) => changed === null)) reload();
      else patch((list) => told.reduce((merged, { changed, gone }) => mergeKeys(merged, changed ?? [], gone), list));
    }
    listen((clavis) =>
      clavis.palette.onChanged((told) => {
        clearTimeout(waiting);
        news.push(told);
        waiting = setTimeout(putIn, settledMs);
      }),
    );
    listen((clavis) => clavis.palette.onShown(putIn));
    listen((clavis) =>
      clavis.lock.onChanged(({ locked }) => {
        take();
        // No name stays in this page while it is locked.
        if (locked) set([]);
        else reload();
      }),
    );
  },
);

export const paletteProviders = resourceOfMain<ProviderView[]>(
  (clavis) => clavis.providers.list({}),
  ({ reload }) => listen((clavis) => clavis.lock.onChanged(({ locked }) => void (locked || reload()))),
);
