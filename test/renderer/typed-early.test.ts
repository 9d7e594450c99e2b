import { expect, test } from 'vitest';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

/**
 * Types a name as soon as the field for it is in the page, so many of the browser's tasks later. The page's own work is cut
 * into as many tasks as it can be, as on a busy machine: by its clock the time of a task is over as soon as it did something.
 */
function typeEarly(tasks: number): void {
  let now = 0;
  performance.now = () => {
    now += 3;
    return now;
  };
  const type = (field: HTMLInputElement): void => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'Typed at once');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const watcher = new MutationObserver(() => {
    const label = [...document.querySelectorAll('dialog label')].find(({ textContent }) => textContent === 'Name');
    const field = label && document.getElementById(label.getAttribute('for') ?? '');
    if (!(field instanceof HTMLInputElement)) return;
    watcher.disconnect();
    const { port1, port2 } = new MessageChannel();
    let left = tasks;
    const next = (): void => {
      if (left === 0) type(field);
      else port2.postMessage(null);
      left -= 1;
    };
    port1.onmessage = next;
    next();
  });
  watcher.observe(document, { childList: true, subtree: true });
}

test.each([0, 1, 2, 3, 4, 5, 6])(
  'a name that is typed as soon as its field is there takes nothing else away (after %i tasks)',
  async (tasks) => {
    const { page, script } = await openWindow({ script: sampleVault(), before: typeEarly, beforeArgument: tasks });
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog', { name: 'Add a key' });
    await expect.poll(() => dialog.getByLabel('Name').inputValue()).toBe('Typed at once');
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { offer } = script;
    expect(script.heard.find(({ channel }) => channel === 'keys.addFromClipboard')?.input).toMatchObject({
      name: 'Typed at once',
      envVar: offer?.envVar,
      provider: offer?.provider,
    });
  },
);
