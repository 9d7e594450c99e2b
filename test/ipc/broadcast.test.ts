import { describe, expect, it } from 'vitest';
import { createBroadcast } from '../../electron/ipc/broadcast.ts';
import { toCallError } from '../../electron/ipc/call-error.ts';
import { vaultError } from '../../electron/vault/errors.ts';
import { sampleKey } from '../renderer/sample-vault.ts';

function open() {
  const heard: [event: string, data: unknown][] = [];
  const lock = { isOn: false };
  const broadcast = createBroadcast(
    () => ({ send: (event, data) => void heard.push([event, data]) }),
    () => lock.isOn,
  );
  const set = (locked: boolean): void => {
    lock.isOn = locked;
    broadcast('lock.changed', { locked, checks: null });
  };
  return { broadcast, heard, set };
}

const kept = toCallError(vaultError('CLIPBOARD_KEPT', { name: 'Stripe live' }));

describe('a window', () => {
  it('hears of the lock alone while it is locked: other events carry names', () => {
    const { broadcast, heard, set } = open();
    broadcast('keys.changed', { changed: null, gone: [] });
    set(true);
    broadcast('keys.changed', { changed: null, gone: [] });
    broadcast('keys.selected', { id: 'k' });
    broadcast('lease.changed', { lease: { keyId: 'k', startedAt: 1, endsAt: 2 } });
    broadcast('app.failed', kept);
    expect(heard.map(([event]) => event)).toEqual(['keys.changed', 'lock.changed']);
  });

  it('hears what failed meanwhile once it is open again, after the news of that, and once', () => {
    const { broadcast, heard, set } = open();
    set(true);
    broadcast('app.failed', kept);
    set(true);
    set(false);
    set(false);
    expect(heard.map(([event]) => event)).toEqual([
      'lock.changed',
      'lock.changed',
      'lock.changed',
      'app.failed',
      'lock.changed',
    ]);
    expect(heard[3]?.[1]).toEqual(kept);
  });

  it('never gets data that the contract doesn’t know', () => {
    const { broadcast, heard } = open();
    const data = { ...kept, value: 'sk-proj-a-value' };
    expect(() => broadcast('app.failed', data)).toThrow();
    const key = { ...sampleKey({ id: 'k', name: 'OpenAI' }), value: 'sk-proj-a-value' };
    expect(() => broadcast('keys.changed', { changed: [key], gone: [] })).toThrow();
    expect(heard).toEqual([]);
  });
});
