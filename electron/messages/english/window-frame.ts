/** The window's places. */

export const keys = 'Keys';
export const projects = 'Projects';
export const activity = 'Activity';
export const trash = 'Trash';
export const settings = 'Settings';
export const lockByKey = (shortcut: string): string => `Lock (${shortcut})`;
export const lock = 'Lock';
export const listOfKeys = 'The list of keys';
export const listOfProjects = 'The list of projects';
export const theActivity = 'The activity';
export const theTrash = 'The Trash';
export const theSettings = 'The settings';
export const thisDialog = 'This dialog';
