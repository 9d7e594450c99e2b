import { count } from './counts.ts';

/** Taking keys out of an env file of a project. */

export const boundToHad = (variables: number): string =>
  `${count(variables, 'variable')} bound to ${variables === 1 ? 'a key' : 'keys'} you had`;
export const title = (file: string): string => `Import keys from ${file}`;
export const goStraight = (file: string): string =>
  `Values go from the file straight into your keychain. ${file} stays as it is.`;
export const noKeyInside = (file: string): string => `${file} holds no variable that could be a key.`;
export const oneMoreName = '1 more name is';
export const moreNames = (names: number): string => `${names} more names are`;
export const notShown = (names: string): string => `${names} not shown: part of a value, or not well formed.`;
export const bound = 'Bound in this file';
export const savedAs = (name: string): string => `Already saved as ${name}: will be bound`;
export const importAndBind = (keys: number, bound: number): string => `Import ${count(keys, 'key')} and bind ${bound}`;
export const importKeys = (keys: number): string => `Import ${count(keys, 'key')}`;
export const bindKeys = (keys: number): string => `Bind ${count(keys, 'key')}`;
export const kept = (keys: number): string => `${count(keys, 'key')} kept`;
export const taken = (what: string, file: string): string => `${what}. ${file} is as it was.`;
export const nothingTaken = 'Nothing taken';
export const likeSecrets = 'Look like secrets';
export const others = 'Others';
export const boundAlready = 'Bound already';
