/** Adding an env file to a project. */

export const added = (file: string, project: string): string => `${file} is added to “${project}”.`;
export const theEnvFile = 'The env file';
export const title = (project: string): string => `Add an env file to ${project}`;
export const another = 'Another file…';
export const noneFound = 'Clavis found no other env file in this folder.';
export const found = 'Found in this folder. Adding one changes nothing in it.';
export const filesFound = 'Env files found';
export const addOf = (file: string, format: string): string => `Add ${file}, ${format}`;
export const add = 'Add';
