import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { lock, startAll } from './vault-data.ts';

// On macOS the window's buttons lie over the sidebar, which leaves room for them.
document.documentElement.dataset['platform'] = navigator.userAgent.includes('Macintosh') ? 'mac' : 'other';

/** Drawn once, with everything there: an empty frame first would cost more than these answers take. */
async function show(root: HTMLElement): Promise<void> {
  await Promise.all([lock.start(), startAll()]);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void show(root);
