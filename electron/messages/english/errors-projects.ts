import type { ErrorWords } from '../language.ts';

/** Errors of projects and what their env files are bound to. */
export const projectErrors = {
  ENV_VAR_BOUND: (f) =>
    `Not bound: ${f.envVar} already stands for another key in ${f.file}. Unbind that one first, or choose another name.`,
  TARGET_FULL: (f) =>
    `Not bound: ${f.file} has ${f.limit} variables bound, and that is the most. Unbind some of them, or use another env file.`,
  BINDINGS_FULL: (f) =>
    `Not bound: the vault has ${f.limit} variables bound, and that is the most. Unlink projects that you no longer use.`,
  PROJECT_UNKNOWN: () => 'That project is not linked any more. Link its folder again.',
  TARGET_UNKNOWN: () => 'That env file is not linked any more. Link its folder again.',
  BINDING_UNKNOWN: (f) => `${f.envVar} is not bound in that file any more. Look at the list again.`,
  PREVIEW_UNKNOWN: () => 'Not written: this preview is no longer valid. Look at what would change again.',
  IMPORT_UNKNOWN: () => 'Not taken: the file changed since you looked. Look at what it holds again.',
  EXAMPLE_IS_LINK: (f) =>
    `Not updated: ${f.file} is a link, or lies behind one. Replace it by a file of its own, then update it again.`,
  EXAMPLE_HOLDS_VALUES: (f) =>
    `Not updated: ${f.file} is an env file that keys are written to. An example holds names alone: make it a file of its own.`,
  EXAMPLE_UNKNOWN: () => 'Not written: this preview is no longer valid. Look at what would be added again.',
  CANDIDATE_UNKNOWN: () => 'That file is no longer offered. Look at the list again.',
  TARGET_LINKED: (f) => `${f.file} is a target of this project already.`,
  EXPORT_NEEDS_REVIEW: (f) => `Not written: ${f.file} needs your look first. Preview it in the window, then write.`,
  FOLDER_GONE: (f) => `The folder ${f.folder} is not there. Put it back, or unlink its project if it has one.`,
  FOLDER_LINKED: (f) => `${f.folder} is linked already.`,
} satisfies Partial<ErrorWords>;
