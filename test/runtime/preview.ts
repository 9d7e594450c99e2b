let on = false;

/** Turns the visible preview on, before anything is opened. */
export function beginPreview(): void {
  on = true;
}

/** True when the app is shown to a person rather than driven by a test. */
export function isPreview(): boolean {
  return on;
}

const WORDS = 'Preview without Electron: no tray, menus or system dialogs';

/** A small label at the window's foot, styled through CSSOM because the page's policy allows no inline style. */
function drawBar(words: string): void {
  if (window.top !== window) return;
  const draw = (): void => {
    const bar = document.createElement('div');
    bar.textContent = words;
    bar.setAttribute('role', 'note');
    const style: Record<string, string> = {
      position: 'fixed',
      right: '12px',
      bottom: '8px',
      padding: '1px 8px',
      'border-radius': '5px',
      font: '11px system-ui, sans-serif',
      color: '#222',
      background: '#ffe08a',
      'text-align': 'center',
      'z-index': '2147483647',
      'pointer-events': 'none',
    };
    for (const [name, value] of Object.entries(style)) bar.style.setProperty(name, value);
    document.documentElement.append(bar);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', draw, { once: true });
  else draw();
}

/** The script of the bar, or '' when nobody looks. */
export function previewBar(): string {
  return on ? `(${drawBar})(${JSON.stringify(WORDS)});` : '';
}
