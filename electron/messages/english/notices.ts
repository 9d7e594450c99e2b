import type { NoticeWords } from '../shell-words.ts';

export const notices = {
  due: ({ count, later, names }) => {
    const what = count === 1 ? 'A key is' : `${count} keys are`;
    if (later === count) return { title: `${what} due for rotation soon`, body: names };
    return { title: `${what} due for rotation${later === 0 ? '' : `, ${later} of them soon`}`, body: names };
  },
  cleared: {
    title: 'Clipboard cleared',
    body: 'Clavis was locked, and took the key you had copied off the clipboard.',
  },
  hasQuit: (app, chord) => {
    const instead =
      chord === null ? 'Minimise it to keep Clavis running.' : `Minimise it instead to go on using ${chord}.`;
    return {
      title: `${app} has quit`,
      body: `This desktop has no tray to stay in, so closing the window quits. Start it again to open it. ${instead}`,
    };
  },
  notExported: (project) => (project === null ? 'Not exported' : `Not exported: ${project}`),
} as const satisfies NoticeWords;
