import { describe, expect, it } from 'vitest';
import { type TrayKey, type TrayState, trayMenu } from '../../electron/shell/tray-menu.ts';

const key = (id: string, more: Partial<TrayKey> = {}): TrayKey => ({
  id,
  name: id,
  provider: '',
  pinned: false,
  lastUsedAt: null,
  grant: 'ready',
  ...more,
});
const state = (more: Partial<TrayState>): TrayState => ({
  keys: [],
  projects: [],
  providerNames: new Map([['openai', 'OpenAI']]),
  onClipboard: null,
  ...more,
});
const actions = { copy() {}, exportProject() {}, clearClipboard() {}, open() {}, quit() {} };
const labels = (given: TrayState): string[] =>
  trayMenu(given, actions).map(({ type, label }) => (type === 'separator' ? '-' : (label ?? '')));

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
    const [item] = trayMenu(state({ keys: [key('Spent', { pinned: true, grant: 'spent' })] }), actions);
    expect(item).toMatchObject({ label: 'Spent: copied once', enabled: false });
  });

  it('keeps & from being taken for a mnemonic, and cuts what is too wide', () => {
    expect(labels(state({ keys: [key('R&D', { pinned: true })] }))[0]).toBe('Copy R&&D');
    expect([...(labels(state({ keys: [key('n'.repeat(120), { pinned: true })] }))[0] ?? '')]).toHaveLength(48);
  });

  it('names the provider where the key’s name does not', () => {
    const shown = labels(
      state({
        keys: [
          key('OpenAI', { pinned: true, provider: 'openai' }),
          key('Billing', { pinned: true, provider: 'openai' }),
        ],
      }),
    );
    expect(shown.slice(0, 2)).toEqual(['Copy OpenAI', 'Copy Billing (OpenAI)']);
  });
});
