import { useEffect, useMemo, useRef, useState } from 'react';
import { count } from '../../ui/time.ts';
import { useResource } from '../../use-resource.ts';
import { ask, type CallError, listen, type PaletteKey, type PaletteTarget, type Result } from '../../vault-client.ts';
import { fold } from './fold.ts';
import { paletteKeys, paletteProviders } from './palette-data.ts';
import { indexKeys } from './search.ts';

/** How long what was written can be read, in ms; any key ends it. */
const readMs = 1_400;

export type Message =
  | { readonly kind: 'busy'; readonly text: string }
  | { readonly kind: 'done'; readonly text: string }
  /** Enter opens this key in the main window, where there is more to do about it. */
  | { readonly kind: 'failed'; readonly error: CallError; readonly keyId: string };

interface State {
  readonly query: string;
  readonly active: number;
  readonly message: Message | null;
  /** The key whose env files are shown instead of the keys, with the query that found it. */
  readonly exporting: { readonly key: PaletteKey; readonly foundBy: string } | null;
  /** null: being read. */
  readonly targets: readonly PaletteTarget[] | null;
  /** When it was opened, ms since the epoch. */
  readonly now: number;
}

function fresh(): State {
  return { query: '', active: 0, message: null, exporting: null, targets: null, now: Date.now() };
}

/** What the palette shows, and what its keys do. */
export function usePalette() {
  const { value: keys, error } = useResource(paletteKeys);
  const providers = useResource(paletteProviders).value;
  const [state, setState] = useState(fresh);
  const { query, active, message, exporting, targets } = state;
  /** Counts openings: an answer that comes after its own counts for nothing. */
  const opening = useRef(0);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const index = useMemo(() => indexKeys(keys ?? [], providers ?? []), [keys, providers]);
  const found = useMemo(() => index.search(exporting?.foundBy ?? query), [index, query, exporting]);
  const files = useMemo(
    () => (exporting && targets ? targetsThatFit(targets, query) : []),
    [exporting, targets, query],
  );

  useEffect(() => {
    function begin(): void {
      opening.current += 1;
      clearTimeout(closing.current);
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
  }, []);

  const change = (part: Partial<State>): void => setState((before) => ({ ...before, ...part }));
  const hide = (): void => void ask((clavis) => clavis.palette.hide({}));

  /** Resolves with null where the palette was closed meanwhile, or where it failed: that is said then. */
  async function waitFor<T>(keyId: string, text: string, call: Parameters<typeof ask<T>>[0]): Promise<T | null> {
    const mine = opening.current;
    change({ message: { kind: 'busy', text } });
    const answer = await ask(call);
    if (mine !== opening.current) return null;
    change({ message: answer.ok ? null : { kind: 'failed', error: answer.error, keyId } });
    return answer.ok ? answer.value : null;
  }

  async function copy({ id, name }: PaletteKey): Promise<void> {
    // Main hides the window when the value is on the clipboard.
    await waitFor(id, `Copying ${name}…`, (clavis) => clavis.palette.copy({ id }));
  }

  async function showTargets(key: PaletteKey): Promise<void> {
    const read = await waitFor(key.id, 'Looking for env files…', (clavis) => clavis.palette.targets({ id: key.id }));
    if (read) change({ exporting: { key, foundBy: query }, targets: read, query: '', active: 0 });
  }

  async function write({ targetId, file }: PaletteTarget, key: PaletteKey): Promise<void> {
    const result = await waitFor(key.id, `Writing ${file}…`, (clavis) => clavis.palette.export({ targetId }));
    if (!result) return;
    change({ message: { kind: 'done', text: formatWritten(result) } });
    closing.current = setTimeout(hide, readMs);
  }

  const open = (keyId: string): void => void ask((clavis) => clavis.palette.open({ id: keyId }));

  /** What a row is there for. */
  function pick(at: number): void {
    const file = files[at];
    const key = found[at];
    if (message?.kind === 'busy' || message?.kind === 'done') return;
    if (exporting && file) void write(file, exporting.key);
    else if (exporting) open(exporting.key.id);
    else if (key) void copy(key);
  }

  /** Enter. */
  function act(): void {
    if (message?.kind === 'done') hide();
    else if (message?.kind === 'failed') open(message.keyId);
    else pick(active);
  }

  /** Ctrl or Cmd+Enter. */
  function exportKey(): void {
    const key = found[active];
    if (exporting || message !== null) act();
    else if (key) void showTargets(key);
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
  if (written + removed === 0) return `${file} holds it already.`;
  const parts = [
    ...(written > 0 ? [`${count(written, 'variable')} written to ${file}`] : []),
    ...(removed > 0 ? [`${count(removed, 'variable')} removed from ${file}`] : []),
  ];
  return `${parts.join(', ')}.`;
}
