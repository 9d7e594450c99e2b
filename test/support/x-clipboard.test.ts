import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDisplay } from './display.ts';
import { openXClipboard } from './x-clipboard.ts';

/** xclip as on a busy machine: it has ended long before the text can be pasted. */
const slowXclip = `#!/bin/sh
case "$1" in -o) exec /usr/bin/xclip "$@" ;; esac
cat > "$0.text"
(sleep 0.4; /usr/bin/xclip "$@" < "$0.text") > /dev/null 2>&1 &
`;

test.skipIf(process.platform !== 'linux')('what was put on the clipboard can be pasted at once', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-xclip-'));
  const display = await startDisplay();
  onTestFinished(async () => {
    await display.stop();
    await rm(folder, { recursive: true });
  });
  await writeFile(path.join(folder, 'xclip'), slowXclip);
  await chmod(path.join(folder, 'xclip'), 0o755);
  const clipboard = openXClipboard(display.display, `${folder}:${process.env['PATH']}`);
  for (const text of ['first', 'second', 'second']) {
    await clipboard.put(text);
    expect(await clipboard.text()).toBe(text);
  }
  await clipboard.put('selected', 'primary');
  expect([await clipboard.text('primary'), await clipboard.text()]).toEqual(['selected', 'second']);
});
