import { Button } from '../../ui/button.tsx';

/** Looking for lost keys, among the settings. */
export function KeyRecoverySection({ onRecover }: { onRecover: () => void }) {
  return (
    <section className="setting" aria-label="Recover">
      <h3>Recover</h3>
      <p className="none">
        Looks through your keychain for values of Clavis that the list doesn’t know, as after a lost database. Your
        system may ask you to allow it.
      </p>
      <div className="setting-actions">
        <Button icon="search" onClick={onRecover}>
          Look for lost keys
        </Button>
      </div>
    </section>
  );
}
