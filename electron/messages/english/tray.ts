import type { TrayWords } from '../shell-words.ts';

export const tray = {
  copy: (name, isLast) => `Copy ${name}${isLast ? ', 1 left' : ''}`,
  copiedOnce: (name) => `${name}: copied once`,
  exportProject: (name, { toWrite, differ }) => {
    const marks = [
      ...(toWrite === 0 ? [] : [`${toWrite} to write`]),
      ...(differ === 0 ? [] : [`${differ} ${differ === 1 ? 'differs' : 'differ'}`]),
    ];
    return `Export ${name}${marks.length === 0 ? '' : `: ${marks.join(', ')}`}`;
  },
  clear: (name) => `Clear ${name} from the clipboard`,
  open: 'Open Clavis',
  quit: 'Quit',
  deletedKey: 'a deleted key',
  locked: (app) => `${app}: locked`,
  onClipboard: (app, name, seconds) => `${app}: ${name} on the clipboard, ${seconds} s`,
} as const satisfies TrayWords;
