import { expect, test } from 'vitest';
import { concealedHints } from '../../electron/adapters/clipboard-hints.ts';

const raw = (name: string) => `electron application/osclipboard;format="${name}"`;

test('on Linux KDE’s hint says that it is a secret', () => {
  expect(concealedHints('linux')).toEqual({ [raw('x-kde-passwordManagerHint')]: 'secret' });
});

test('on macOS the value is marked as concealed and as transient', () => {
  const formats = Object.keys(concealedHints('darwin'));
  expect(formats).toEqual([raw('org.nspasteboard.ConcealedType'), raw('org.nspasteboard.TransientType')]);
});

test('on Windows it is kept out of monitors, of the history and of the cloud, the latter two by a DWORD 0', () => {
  const zero = Uint8Array.of(0, 0, 0, 0);
  expect(concealedHints('win32')).toMatchObject({
    [raw('ExcludeClipboardContentFromMonitorProcessing')]: expect.any(Uint8Array),
    [raw('CanIncludeInClipboardHistory')]: zero,
    [raw('CanUploadToCloudClipboard')]: zero,
  });
});
