import { memo } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Icon } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ago } from '../../ui/time.ts';
import type { PaletteKey } from '../../vault-client.ts';

interface KeyResultProps {
  readonly keyShown: PaletteKey;
  readonly providerName: string;
  readonly now: number;
}

/** A key on one line: mark · name · ENV_VAR · what tells it apart. */
export const KeyResult = memo(function KeyResult({ keyShown, providerName, now }: KeyResultProps) {
  const { name, provider, envVar, last4, grant, pinned, lastUsedAt } = keyShown;
  return (
    <>
      <Mark provider={provider} name={providerName} />
      <span className="result-name">{name}</span>
      {pinned && <Icon name="pin" />}
      <span className="result-env mono">{envVar}</span>
      {grant === 'spent' && (
        <span className="chip chip-plain">
          <Icon name="check" />
          {words.palette.noCopyLeft}
        </span>
      )}
      <span className="result-last4 mono">{last4 && <span className="last4">{last4}</span>}</span>
      <span className="result-used">{lastUsedAt === null ? 'unused' : ago(lastUsedAt, now)}</span>
    </>
  );
});
