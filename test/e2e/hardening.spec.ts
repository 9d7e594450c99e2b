import { chmod, stat } from 'node:fs/promises';
import { expect, test } from '../support/e2e.ts';
import { palettePage } from '../support/palette.ts';
import { seedKeys } from '../support/seed-keys.ts';

/** What a page taken over by an attacker would try first; each must come to nothing. */

test('the page has the bridge and nothing else of Electron or Node', async ({ start }) => {
  const { page } = await start();
  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter(
      (name) => name in window,
    ),
    frozen: (() => {
      try {
        Reflect.set(window.clavis.keys, 'list', () => 'mine');
        Reflect.set(window, 'clavis', {});
      } catch {}
      return typeof window.clavis?.keys?.list === 'function' && `${window.clavis.keys.list}` !== "() => 'mine'";
    })(),
    generic: Object.values(window.clavis)
      .flatMap((area) => Object.keys(area))
      .filter((verb) => /^(send|invoke|on|emit|call)$/.test(verb)),
  }));
  expect(found).toEqual({ globals: [], frozen: true, generic: [] });
});

test('both windows are sandboxed, isolated, and without Node', async ({ start }) => {
  const { app } = await start();
  await palettePage(app);
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const given: unknown = Reflect.get(window.webContents, 'getLastWebPreferences').call(window.webContents);
      const names = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag'];
      return names.map((name) => (given instanceof Object ? Reflect.get(given, name) : undefined));
    }),
  );
  expect(preferences).toEqual([
    [true, true, false, false],
    [true, true, false, false],
  ]);
});

test('the content security policy stops inline code, eval, foreign images, frames, styles and every request', async ({
  start,
}) => {
  const { page } = await start();
  const reached = await page.evaluate(async () => {
    const got: string[] = [];
    Reflect.set(window, '__got', got);
    const add = (tag: string, set: (element: HTMLElement) => void): void => {
      const element = document.createElement(tag);
      try {
        set(element);
      } catch {}
      document.body.append(element);
    };
    add('script', (script) => {
      script.textContent = "window.__got.push('inline script')";
    });
    add('div', (div) => {
      div.innerHTML = `<img src="x" onerror="window.__got.push('event handler')">`;
    });
    add('style', (style) => {
      style.textContent = 'body { outline: 7px solid red }';
    });
    add('img', (img) => {
      img.setAttribute('src', 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=');
      img.addEventListener('load', () => got.push('data image'));
    });
    add('iframe', (frame) => {
      frame.setAttribute('srcdoc', '<p>frame</p>');
      frame.setAttribute('name', 'inner');
    });
    // Later: what the debugger itself evaluates is exempt from the policy.
    setTimeout(() => {
      try {
        Reflect.get(window, 'eval')("window.__got.push('eval')");
      } catch {}
    });
    for (const address of ['https://example.org/', 'http://127.0.0.1:1/', location.href]) {
      await fetch(address).then(
        () => got.push(`fetch ${address}`),
        () => undefined,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (getComputedStyle(document.body).outlineWidth === '7px') got.push('inline style');
    return got;
  });
  expect(reached).toEqual([]);
});

test('no text becomes markup or code in the page, no policy lets it, and no worker starts', async ({ start }) => {
  const { page } = await start();
  const refused = await page.evaluate(async () => {
    const tries: Record<string, () => unknown> = {
      innerHTML: () => {
        document.createElement('div').innerHTML = '<b>text</b>';
      },
      'script text': () => {
        document.createElement('script').text = '1';
      },
      'frame srcdoc': () => {
        document.createElement('iframe').srcdoc = '<b>text</b>';
      },
      parser: () => new DOMParser().parseFromString('<b>text</b>', 'text/html'),
      policy: () => Reflect.get(window, 'trustedTypes').createPolicy('own', {}),
    };
    const names = Object.entries(tries).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [name];
      }
    });
    const own = document.querySelector('script')?.src ?? '';
    const started = await new Promise((resolve) => {
      try {
        // Text made into an address is what Trusted Types ask about; the policy for workers is the other wall.
        const worker = new Worker(own, { type: 'module' });
        worker.onmessage = () => resolve(true);
        worker.onerror = () => resolve(false);
      } catch {
        resolve(false);
      }
    });
    return [...names, ...(started ? [] : ['worker'])];
  });
  expect(refused).toEqual(['innerHTML', 'script text', 'frame srcdoc', 'parser', 'policy', 'worker']);
});

test('the page cannot leave, and opens no other window', async ({ start }) => {
  const { app, page } = await start();
  const countWindows = (): Promise<number> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await palettePage(app);
  const before = page.url();
  // The stand-in opens no window for a page; it says so where the app would have let one open.
  let said = '';
  app.process().stderr?.on('data', (data) => {
    said += String(data);
  });
  const opened = await page.evaluate(() => {
    const result = window.open('https://example.org/');
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
    location.href = 'https://example.org/';
    return result === null;
  });
  expect(opened).toBe(true);
  await expect(page.getByRole('navigation', { name: 'Clavis' })).toBeVisible();
  expect(page.url()).toBe(before);
  expect(await countWindows()).toBe(2);
  expect(said).not.toContain('a window that a page opens');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(
    'app://clavis/index.html',
  );
});

test('permissions are denied', async ({ start }) => {
  const { page } = await start();
  const states = await page.evaluate(async () => {
    const names: PermissionName[] = ['geolocation', 'notifications', 'camera', 'microphone'];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('only what was built is served by the app’s own scheme', async ({ start }) => {
  const { page } = await start();
  const ends = await page.evaluate(async () => {
    const own = document.querySelector('script[src]')?.getAttribute('src') ?? '';
    const addresses = [own, '/../main/main.js', '/%2e%2e/main/main.js', '/main/main.js', '/etc/passwd', '/nothing.js'];
    return Promise.all(
      addresses.map(
        (address) =>
          new Promise((resolve) => {
            // A link, for the page's own policy lets no text become a script's address.
            const link = document.createElement('link');
            link.rel = 'modulepreload';
            link.href = address;
            link.onload = () => resolve('loaded');
            link.onerror = () => resolve('refused');
            document.head.append(link);
          }),
      ),
    );
  });
  expect(ends).toEqual(['loaded', 'refused', 'refused', 'refused', 'refused', 'refused']);
});

test('a frame inside the page has no bridge', async ({ start }) => {
  const { page } = await start();
  const inside = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow === null ? 'no frame' : typeof frame.contentWindow.clavis;
  });
  expect(inside).toBe('undefined');
});

test('a user-data folder that others could read is closed to them at the start, the database in it already', async ({
  start,
  home,
}) => {
  seedKeys(home, 1);
  await chmod(home.userData, 0o755);
  await start();
  expect(((await stat(home.userData)).mode & 0o777).toString(8)).toBe('700');
});
