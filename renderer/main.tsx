import { lock, startAll } from './vault-data.ts';

// Asked before the window's own code is there, which takes longer to load than the answers to come.
const answers = Promise.all([lock.start(), startAll()]);

// On macOS the window's buttons lie over the sidebar, which leaves room for them.
document.documentElement.dataset['platform'] = navigator.userAgent.includes('Macintosh') ? 'mac' : 'other';

/** Drawn once, with everything there: an empty frame first would cost more than these answers take. */
const [{ draw }] = await Promise.all([import('./draw.tsx'), answers]);
const root = document.getElementById('root');
if (root) draw(root);
