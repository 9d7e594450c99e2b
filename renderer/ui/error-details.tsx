import * as words from '../../electron/messages/window.ts';
import type { CallError } from '../vault-client.ts';

/** An error's code, for who looks it up or reports it; folded away for everybody else. */
export function ErrorDetails({ code }: { code: CallError['code'] | 'WINDOW_FAILED' }) {
  return (
    <details className="error-details">
      <summary>{words.trouble.details}</summary>
      <code className="code">{code}</code>
    </details>
  );
}
