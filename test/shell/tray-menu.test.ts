import { describe, expect, it } from 'vitest';
import { type TrayKey, type TrayState, trayLook, trayMenu, trayToolTip } from '../../electron/shell/tray-menu.ts';

const key = (id: string, more: Partial<TrayKey> = {}): TrayKey => ({
  id,
  name: id,
  provider: '',
  pinned: false,
  lastUsedAt: null,
  grant: 'always',
  ...more,
});
const state = (more: Partial<TrayState>): TrayState => ({
  locked: false,
  keys: [],
  projects: [],
  providerNames: new Map([['openai', 'OpenAI']]),
  onClipboard: null,
  ...more,
});
const actions = { copy() {}, exportProject() {}, clearClipboard() {}, open() {}, quit() {} };
const labels = (given: TrayState): string[] =>
  trayMenu(given, actions).map(({ type, label }) => (type === 'separator' ? '-' : (label ?? '')));
const pinned = (name: string, more: Partial<TrayKey> = {}): string =>
  labels(state({ keys: [key('k', { name, pinned: true, ...more })] }))[0] ?? '';
const project = (name: string, pending = 0, differ = 0): string =>
  labels(state({ projects: [{ id: 'p', name, pending, differ }] }))[0] ?? '';

describe('the tray’s menu', () => {
  it('offers to open and to quit when there is nothing else', () => {
    expect(labels(state({}))).toEqual(['Open Clavis', 'Quit']);
  });

  it('shows pinned keys first, then the five last used, the latest first', () => {
    const used = Array.from({ length: 7 }, (_, index) => key(`used ${index}`, { lastUsedAt: index }));
    const shown = labels(state({ keys: [...used, key('never used'), key('pinned', { pinned: true })] }));
    expect(shown.slice(0, 7)).toEqual([
      'Copy pinned',
      '-',
      'Copy used 6',
      'Copy used 5',
      'Copy used 4',
      'Copy used 3',
      'Copy used 2',
    ]);
  });

  it('says what is left of a grant, and cannot copy what is spent', () => {
    expect(pinned('Any', { grant: 'always' })).toBe('Copy Any');
    expect(pinned('One', { grant: 'ready' })).toBe('Copy One, 1 left');
    const [item] = trayMenu(state({ keys: [key('Spent', { pinned: true, grant: 'spent' })] }), actions);
    expect(item).toMatchObject({ label: 'Spent: copied once', enabled: false });
  });

  it('names the provider where the key’s name does not', () => {
    expect(pinned('OpenAI', { provider: 'openai' })).toBe('Copy OpenAI');
    expect(pinned('Billing', { provider: 'openai' })).toBe('Copy Billing (OpenAI)');
  });

  it('marks a project with what is to write and with what somebody else changed', () => {
    expect(project('shop')).toBe('Export shop');
    expect(project('shop', 3)).toBe('Export shop: 3 to write');
    expect(project('shop', 0, 1)).toBe('Export shop: 1 differs');
    expect(project('shop', 1, 2)).toBe('Export shop: 1 to write, 2 differ');
  });

  it('offers to clear what is on the clipboard, and only then', () => {
    const shown = labels(state({ onClipboard: { name: 'Shop', endsAt: 0 } }));
    expect(shown).toEqual(['Clear Shop from the clipboard', 'Open Clavis', 'Quit']);
  });

  it('keeps & from being taken for a mnemonic', () => {
    expect(pinned('R&D')).toBe('Copy R&&D');
    expect(project('R&D & Co')).toBe('Export R&&D && Co');
    expect(labels(state({ onClipboard: { name: 'R&D', endsAt: 0 } }))[0]).toBe('Clear R&&D from the clipboard');
  });

  it('cuts a name that is too wide, never what is said of it', () => {
    const long = 'n'.repeat(120);
    expect(pinned(long)).toBe(`Copy ${'n'.repeat(42)}…`);
    expect(pinned(long, { grant: 'spent' })).toMatch(/^n+…: copied once$/);
    expect(project(long, 12, 3)).toMatch(/^Export n+…: 12 to write, 3 differ$/);
    for (const shown of [pinned(long), pinned(long, { grant: 'spent' }), project(long, 12, 3)]) {
      expect([...shown]).toHaveLength(48);
    }
    expect(pinned('🔑'.repeat(60))).toBe(`Copy ${'🔑'.repeat(42)}…`);
  });

  it('shows a folder’s name without what would turn or break the line', () => {
    expect(project('a\u202etxt.exe\nQuit')).toBe('Export a txt.exe Quit');
  });

  it('offers nothing but to open and to quit while it is locked', () => {
    const full = state({
      locked: true,
      keys: [key('Pinned', { pinned: true })],
      projects: [{ id: 'p', name: 'shop', pending: 1, differ: 1 }],
      onClipboard: { name: 'Pinned', endsAt: 0 },
    });
    expect(labels(full)).toEqual(['Open Clavis', 'Quit']);
    expect(trayLook(full)).toBe('locked');
    expect(trayToolTip('Clavis', full, 0)).toBe('Clavis: locked');
  });
});

describe('the tray’s tooltip', () => {
  it('counts a lease’s seconds down, the last one until it is over', () => {
    const leased = state({ onClipboard: { name: 'Shop assistant', endsAt: 30_000 } });
    const at = (now: number): string => trayToolTip('Clavis', leased, now);
    expect(at(0)).toBe('Clavis: Shop assistant on the clipboard, 30 s');
    expect(at(6_001)).toBe('Clavis: Shop assistant on the clipboard, 24 s');
    expect(at(29_999)).toBe('Clavis: Shop assistant on the clipboard, 1 s');
    expect(at(31_000)).toBe('Clavis: Shop assistant on the clipboard, 0 s');
    expect(trayLook(leased)).toBe('clipboard');
  });

  it('fits into Windows’ 127 characters, whatever the key is called', () => {
    const leased = state({ onClipboard: { name: 'n'.repeat(120), endsAt: 300_000 } });
    expect(trayToolTip('Clavis', leased, 0).length).toBeLessThan(128);
  });

  it('is the app’s name when nothing is to be said', () => {
    expect(trayToolTip('Clavis', state({}), 0)).toBe('Clavis');
    expect(trayLook(state({}))).toBe('idle');
  });
});
