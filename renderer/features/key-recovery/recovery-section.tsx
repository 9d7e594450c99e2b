import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';

/** Looking for lost keys, among the settings. */
export function KeyRecoverySection({ onRecover }: { onRecover: () => void }) {
  return (
    <section className="setting" aria-label={words.recovery.section}>
      <h3>{words.recovery.section}</h3>
      <p className="none">{words.recovery.sectionLead}</p>
      <div className="setting-actions">
        <Button icon="search" onClick={onRecover}>
          {words.recovery.title}
        </Button>
      </div>
    </section>
  );
}
