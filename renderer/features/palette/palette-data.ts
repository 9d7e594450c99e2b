import { resource } from '../../resource.ts';
import { ask, listen, type PaletteKey, type ProviderView } from '../../vault-client.ts';

/** After the last of many changes. */
const settledMs = 300;

/** By name. Read again when changes have come to rest, or when the palette is shown before that. */
export const paletteKeys = resource<PaletteKey[]>(
  () => ask((clavis) => clavis.palette.list({})),
  ({ reload, set }) => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    function readNow(): void {
      clearTimeout(waiting);
      waiting = undefined;
      reload();
    }
    listen((clavis) =>
      clavis.keys.onChanged(() => {
        clearTimeout(waiting);
        waiting = setTimeout(readNow, settledMs);
      }),
    );
    listen((clavis) =>
      clavis.palette.onShown(() => {
        if (waiting !== undefined) readNow();
      }),
    );
    listen((clavis) =>
      clavis.lock.onChanged(({ locked }) => {
        // No name stays in this page while it is locked.
        if (locked) set([]);
        else readNow();
      }),
    );
  },
);

export const paletteProviders = resource<ProviderView[]>(
  () => ask((clavis) => clavis.providers.list({})),
  ({ reload }) => listen((clavis) => clavis.lock.onChanged(({ locked }) => void (locked || reload()))),
);
