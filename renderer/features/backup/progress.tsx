import { useEffect, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { listen } from '../../vault-client.ts';

/** How far main is with reading or keeping values, one by one; nothing until it has begun. */
export function Progress({ word }: { word: string }) {
  const [at, setAt] = useState<{ done: number; total: number } | null>(null);
  useEffect(() => listen((clavis) => clavis.backup.onProgressed(setAt)), []);
  if (at === null || at.total === 0) return null;
  return (
    <div className="progress">
      <p>
        <span>{word}</span>
        <span>{words.backup.of(at.done.toLocaleString(), at.total.toLocaleString())}</span>
      </p>
      <progress max={at.total} value={at.done} aria-label={word} />
    </div>
  );
}
