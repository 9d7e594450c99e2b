import { useEffect, useState } from 'react';
import { forgetAllBut } from '../../resource.ts';
import { closeAllToasts } from '../../ui/toast-store.ts';
import { useResource } from '../../use-resource.ts';
import { lock, startAll } from '../../vault-data.ts';

/**
 * Whether the lock screen is shown: while it is locked, and then until there is something else to show. With the lock the
 * page lets go of all that it had read.
 */
export function useLocked(): boolean {
  const locked = useResource(lock).value?.locked === true;
  const [closed, setClosed] = useState(locked);

  useEffect(() => {
    if (locked) {
      setClosed(true);
      closeAllToasts();
      forgetAllBut(lock);
      return;
    }
    let isOver = false;
    void startAll().then(() => {
      if (!isOver) setClosed(false);
    });
    return () => {
      isOver = true;
    };
  }, [locked]);

  return locked || closed;
}
