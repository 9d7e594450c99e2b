import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

// On macOS the window's buttons lie over the sidebar, which leaves room for them.
document.documentElement.dataset['platform'] = navigator.userAgent.includes('Macintosh') ? 'mac' : 'other';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
