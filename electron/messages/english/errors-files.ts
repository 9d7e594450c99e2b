import type { ErrorWords } from '../language.ts';

/** Errors of env files, and git around them. */
export const fileErrors = {
  TARGET_NOT_A_FILE: (f) => `Not written: ${f.file} is not a file. Move it away, then export again.`,
  TARGET_LEAVES_PROJECT: (f) =>
    f.to === undefined
      ? `Not written: ${f.file} leads out of the project. Replace the link by a file, then export again.`
      : `Not written: ${f.file} leads out of the project, to ${f.to}. Link the folder of that file instead, or replace the link by a file, then export again.`,
  TARGET_IS_PIPE: (f) =>
    `Not written: ${f.file} is a pipe, as 1Password mounts an env file: its values come from the program behind it. Change them there, or choose another file.`,
  TARGET_IS_PROGRAM: (f) =>
    f.shell === ''
      ? `${f.file} is a program or a program's settings: what Clavis writes could run there. Choose an env file.`
      : `${f.file} is for ${f.shell}, whose quotes differ from those of bash and zsh: what Clavis writes could run there. Choose a .env or .envrc file.`,
  TARGET_FOR_SHELLS: (f) =>
    `Not written: shells run ${f.file}, so it can only have the shell format. Set its format to shell, then write again.`,
  TARGET_SPANS_LINES: (f) =>
    `Not changed: the value of ${f.envVar} in ${f.file} spans several lines, which another format would not read as one. Remove it from the file first.`,
  TARGET_HARD_LINKED: (f) =>
    `Not written: ${f.file} has a second name elsewhere (a hard link). Make it a file of its own, then export again.`,
  TARGET_UNREADABLE: (f) => `${f.file} can't be read (${f.reason}). Fix its permissions, then try again.`,
  TARGET_UNWRITABLE: (f) =>
    `Not written: ${f.file} can't be written (${f.reason}). It is as it was. Fix that, then export again.`,
  TARGET_MOUNTED: (f) =>
    `Not written: ${f.file} is mounted by itself, as containers mount single files, so it can't be replaced. It is as it was. Link the folder that it is mounted from, and write it there.`,
  TARGET_CHANGED: (f) => `Not written: ${f.file} changed since you looked. Look at what would change again.`,
  TARGET_TOO_LARGE: (f) => `${f.file} is larger than ${f.limit} bytes: that is no env file. Choose another target.`,
  TARGET_TRACKED: (f) => {
    const how = f.command === undefined ? 'Take it out of git' : `Run \`${f.command}\``;
    const where = f.by === undefined ? 'git' : `the git repository ${f.by}`;
    const away = `${how}, commit, then export again.`;
    return f.instead === undefined
      ? `Not written: ${f.file} is tracked by ${where}. ${away}`
      : `Not written: ${f.file} is tracked by ${where}, as such a project has it for its defaults. Write to ${f.instead} instead, which is read over it. Or: ${away}`;
  },
  TARGET_IN_OTHER_SYSTEM: (f) =>
    `Not written: it can't be told whether ${f.file} would be committed: ${f.said}. ${f.remedy}.`,
  IGNORE_FILE_NOT_UTF8: (f) =>
    `Not added: ${f.ignoreFile} is in UTF-16, of which git reads no line. It is as it was. Save it as UTF-8, then preview again.`,
  TARGET_NOT_IGNORED: (f) => `Not written: git would commit ${f.file}. Add it to .gitignore first.`,
  TARGET_UNPARSABLE: (f) => `${f.file} is as it was: it can't be read or changed safely: ${f.reason}.`,
  VALUE_UNWRITABLE: (f) =>
    `Not written: ${f.envVar} has no form that every reader of ${f.file} would take (${f.reason}).`,
  GIT_FAILED: (f) =>
    `Not written: git could not say whether it would commit ${f.file}. It said: ${f.said}${f.remedy === undefined ? '' : `. ${f.remedy}`}`,
  GIT_EXCLUDE_ELSEWHERE: (f) =>
    `Not written: git’s exclude file for ${f.file} does not lie in this repository’s own .git. Add the line to .gitignore instead.`,
} satisfies Partial<ErrorWords>;
