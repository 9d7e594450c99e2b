import { createRoot } from 'react-dom/client';
import { paletteKeys, paletteProviders } from './features/palette/palette-data.ts';
import { PaletteView } from './features/palette/palette-view.tsx';

/** Drawn once, with the list in it; nobody sees this window before that. */
async function show(root: HTMLElement): Promise<void> {
  await Promise.all([paletteKeys.start(), paletteProviders.start()]);
  createRoot(root).render(<PaletteView />);
}

const root = document.getElementById('root');
if (root) void show(root);
