import * as words from '../../../electron/messages/window.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import type { KeyView } from '../../vault-client.ts';
import { deleteKey } from './delete-actions.ts';
import { allowCopy, pinKey } from './key-actions.ts';

/** What the three dots of a key offer, in its row and in its detail. */
export function keyMenu(key: KeyView, onEdit: () => void): MenuItem[] {
  return [
    { label: words.keyActions.edit, icon: 'pencil', run: onEdit },
    ...(key.grant === 'spent'
      ? [{ label: words.keyActions.allowOneMore, icon: 'shield', run: () => void allowCopy(key) } as const]
      : []),
    { label: key.pinned ? words.keyActions.unpin : words.keyActions.pin, icon: 'pin', run: () => void pinKey(key) },
    { label: words.keyActions.remove, icon: 'trash', danger: true, run: () => void deleteKey(key) },
  ];
}
