import { useEffect, useMemo, useRef, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';

import { useAnswering } from '../../ui/use-answering.ts';
import { vaultPage } from '../../ui/use-call.ts';
import { useResource } from '../../use-resource.ts';
import { type CallError, listen, type PaletteKey, type PaletteTarget, type Result } from '../../vault-client.ts';
import { fold } from './fold.ts';
import { paletteKeys, paletteProviders } from './palette-data.ts';
import { indexKeys } from './search.ts';

/** How long what was written can be read, in ms; any key ends it. */
const readMs = 1_400;

export type Message =
  | { readonly kind: 'done'; readonly text: string }
  /** Enter opens this key in the main window, where there is more to do about it; null: it is about none. */
  | { readonly kind: 'failed'; readonly error: CallError; readonly keyId: string | null };

interface State {
  readonly query: string;
  readonly active: number;
  readonly message: Message | null;
  /** What is done while a call is under way, in words. */
  readonly doing: string;
  /** The key whose env files are shown instead of the keys, with the query that found it. */
  readonly exporting: { readonly key: PaletteKey; readonly foundBy: string } | null;
  /** null: being read. */
  readonly targets: readonly PaletteTarget[] | null;
  /** When it was opened, ms since the epoch. */
  readonly now: number;
}

function fresh(): State {
  return { query: '', active: 0, message: null, doing: '', exporting: null, targets: null, now: Date.now() };
}

/** What fails when the palette is gone already main says in its window (`electron/shell/palette-actions.ts`), not here again. */
const palettePage = { ...vaultPage, notify: () => {} };

/** What the palette shows, and what its keys do. */
export function usePalette() {
  const { value: keys, error } = useResource(paletteKeys);
  const providers = useResource(paletteProviders).value;
  const [state, setState] = useState(fresh);
  const { query, active, message, exporting, targets } = state;
  /** The key that the last call is about. */
  const about = useRef<string | null>(null);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const index = useMemo(() => indexKeys(keys ?? [], providers ?? []), [keys, providers]);
  const found = useMemo(() => index.search(exporting?.foundBy ?? query), [index, query, exporting]);
  const files = useMemo(
    () => (exporting && targets ? targetsThatFit(targets, query) : []),
    [exporting, targets, query],
  );

  const change = (part: Partial<State>): void => setState((before) => ({ ...before, ...part }));
  const place = {
    show: (failure: CallError) => change({ message: { kind: 'failed', error: failure, keyId: about.current } }),
    clear: () => change({ message: null }),
  };
  const { isPending, run, reset } = useAnswering(palettePage, place);
  // Of its own: it can be left while something is under way.
  const leaving = useAnswering(palettePage, place);

  useEffect(() => {
    // What is under way belongs to the opening before.
    function begin(): void {
      clearTimeout(closing.current);
      reset();
      setState(fresh());
    }
    const stops = [
      listen((clavis) => clavis.palette.onShown(begin)),
      // No key's name stays in sight, nor in the page.
      listen((clavis) => clavis.lock.onChanged(begin)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [reset]);

  const hide = (): void => leaving.run((clavis) => clavis.palette.hide({}));

  function copy({ id, name }: PaletteKey): void {
    about.current = id;
    change({ doing: words.palette.copying(name) });
    // Main hides the window when the value is on the clipboard.
    run((clavis) => clavis.palette.copy({ id }));
  }

  function showTargets(key: PaletteKey): void {
    about.current = key.id;
    change({ doing: words.palette.looking });
    run((clavis) => clavis.palette.targets({ id: key.id }), {
      next: (read) => change({ exporting: { key, foundBy: query }, targets: read, query: '', active: 0 }),
    });
  }

  function write({ targetId, file }: PaletteTarget, key: PaletteKey): void {
    about.current = key.id;
    change({ doing: words.palette.writing(file) });
    run((clavis) => clavis.palette.export({ targetId }), {
      next(result) {
        change({ message: { kind: 'done', text: formatWritten(result) } });
        closing.current = setTimeout(hide, readMs);
      },
    });
  }

  const open = (keyId: string): void => leaving.run((clavis) => clavis.palette.open({ id: keyId }));

  /** What a row is there for. */
  function pick(at: number): void {
    const file = files[at];
    const key = found[at];
    if (message?.kind === 'done') return;
    if (exporting && file) write(file, exporting.key);
    else if (exporting) open(exporting.key.id);
    else if (key) copy(key);
  }

  /** Enter. */
  function act(): void {
    if (message?.kind === 'done') hide();
    else if (message?.kind === 'failed' && message.keyId !== null) open(message.keyId);
    else pick(active);
  }

  /** Ctrl or Cmd+Enter. */
  function exportKey(): void {
    const key = found[active];
    if (exporting || message !== null) act();
    else if (key) showTargets(key);
  }

  /** Escape. */
  function leave(): void {
    if (exporting && message?.kind !== 'done') {
      const at = found.findIndex(({ id }) => id === exporting.key.id);
      change({ ...fresh(), query: exporting.foundBy, active: Math.max(0, at) });
    } else hide();
  }

  /** What was said is read, and what was written stays open for the next one. */
  function goOn(part: Partial<State>): void {
    clearTimeout(closing.current);
    change({ ...part, message: null });
  }

  const total = exporting ? files.length : found.length;
  return {
    ...state,
    /** What is under way, for so long that it is said. */
    underWay: isPending ? state.doing : null,
    error,
    isEmpty: keys?.length === 0,
    providers,
    found,
    files,
    total,
    act,
    pick,
    exportKey,
    leave,
    type: (typed: string) => goOn({ query: typed, active: 0 }),
    move: (to: number) => goOn({ active: Math.max(0, Math.min(total - 1, to)) }),
    /** By the pointer, which may only pass by. */
    point: (at: number) => message === null && change({ active: at }),
  };
}

export type PaletteModel = ReturnType<typeof usePalette>;

function targetsThatFit(targets: readonly PaletteTarget[], query: string): readonly PaletteTarget[] {
  const words = fold(query).split(' ').filter(Boolean);
  return targets.filter(({ project, file }) => {
    const text = `${fold(project)} ${fold(file)}`;
    return words.every((word) => text.includes(word));
  });
}

function formatWritten({ file, written, removed }: Result<'palette.export'>): string {
  if (written + removed === 0) return words.palette.holdsAlready(file);
  const parts = [
    ...(written > 0 ? [words.palette.written(written, file)] : []),
    ...(removed > 0 ? [words.palette.removed(removed, file)] : []),
  ];
  return `${parts.join(', ')}.`;
}
