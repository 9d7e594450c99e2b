/** Whether git would commit an env file. */

export const othersStay = 'Other lines stay as they are.';
export const newFile = (file: string): string => `${file} is not there yet: it will be made, for you alone to read.`;
export const onlyIfAdded = <E>(repository: E, file: string, others: string) => [
  'Not in git now. The repository ',
  repository,
  ' has a folder around it as its working tree: it takes ',
  file,
  ' ',
  'if you add it there. ',
  others,
];
export const cantBeWritten = "Can't be written:";
export const tracked = <E>(title: E, file: string, by: E | string, instead: E | string, command: E | string) => [
  title,
  ' ',
  file,
  ' is tracked by ',
  by,
  instead,
  command,
  ', commit, then preview again.',
];
export const takeOut = 'Take it out of git';
export const run = 'Run';
export const confirmTip = 'Clavis asks you to confirm this';
export const notInGit = 'Not in git…';
export const addTo = (line: string, file: string): string => `Add ${line} to ${file}`;
export const excludeTip = 'On this computer alone: nobody else gets the line';
export const toExclude = '…to .git/info/exclude';
export const exposedTitle = 'Exposed:';
export const exposed = <E>(title: E, file: string, ignoreFile: E, exclude: E) => [
  title,
  ' git would commit ',
  file,
  '. Add it to ',
  ignoreFile,
  ' first, or to',
  ' ',
  exclude,
  ', which stays on this computer.',
];
export const untold = <E>(title: E, file: string, said: string, remedy: string | undefined) => [
  title,
  " it can't be told whether ",
  file,
  ' would be committed: ',
  said,
  '. ',
  remedy,
  '.',
];
export const gitFailed = <E>(title: E, file: string, said: E, remedy: E | false) => [
  title,
  ' git could not say whether it would commit ',
  file,
  '. It said:',
  ' ',
  said,
  remedy,
];
export const leadsTo = <E>(file: string, target: E) => [file, ' is a link: what is written is ', target, '.'];
export const instead = <E>(writeInstead: E) => [
  ', as such a project has it for its defaults. ',
  writeInstead,
  ', which is read over it: add that file to this project. Or:',
  ' ',
];
export const writeInstead = (file: string): string => `Write to ${file} instead`;
export const ignored = (file: string): string => `git ignores ${file}.`;
export const noRepository = 'This folder is in no git repository.';
export const outsideGit = (file: string): string => `You said that ${file} is not in git.`;
