import type { MenuItem } from '../../ui/menu.tsx';
import type { KeyView } from '../../vault-client.ts';
import { deleteKey } from './delete-actions.ts';
import { allowCopy, pinKey } from './key-actions.ts';

/** What the three dots of a key offer, in its row and in its detail. */
export function keyMenu(key: KeyView, onEdit: () => void): MenuItem[] {
  return [
    { label: 'Edit', icon: 'pencil', run: onEdit },
    ...(key.grant === 'spent'
      ? [{ label: 'Allow one more copy', icon: 'shield', run: () => void allowCopy(key) } as const]
      : []),
    { label: key.pinned ? 'Unpin from tray' : 'Pin to tray', icon: 'pin', run: () => void pinKey(key) },
    { label: 'Delete', icon: 'trash', danger: true, run: () => void deleteKey(key) },
  ];
}
