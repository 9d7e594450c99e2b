import { expect, onTestFinished, test } from 'vitest';
import { startDisplay } from '../../support/display.ts';
import { connectDisplay, type XConnection } from '../clipboard/x11-connection.ts';

const names = ['ONE', 'TWO', 'THREE', 'SELECTION'];

/** The owner of a selection that nobody owns: 0. Rejects where the server doesn't know the selection's atom. */
async function ownerOf(x: XConnection, selection: string): Promise<number> {
  const atom = await x.atom(selection);
  return new Promise((resolve, reject) =>
    x.client.GetSelectionOwner(atom, (error, owner) => (error ? reject(error) : resolve(owner))),
  );
}

test('what one X server numbered is not asked for at another', async () => {
  const [first, second] = await Promise.all([startDisplay(), startDisplay()]);
  onTestFinished(async () => {
    await Promise.all([first.stop(), second.stop()]);
  });
  const one = await connectDisplay(first.display);
  for (const name of names) await one.atom(name);
  const other = await connectDisplay(second.display);
  expect(await ownerOf(other, 'SELECTION')).toBe(0);
  await Promise.all([one.close(), other.close()]);
});

test('an X server that began again after its last client left is asked again', async () => {
  const { display, stop } = await startDisplay();
  onTestFinished(stop);
  const before = await connectDisplay(display);
  for (const name of names) await before.atom(name);
  await before.close();
  const after = await connectDisplay(display);
  expect(await ownerOf(after, 'SELECTION')).toBe(0);
  await after.close();
});
