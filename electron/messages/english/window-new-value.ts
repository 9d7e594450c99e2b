/** Where a new value comes from: the clipboard, the keyboard, or chance. */

export const randomValue = 'A random value';
export const random = <E>(title: E, example: E) => [
  title,
  ' for a secret of your own, such as ',
  example,
  '. It goes straight into your keychain.',
];
export const form = 'Form';
export const randomBytes = 'Random bytes';
export const characters = 'Characters';
export const severalOffers = (values: number): string =>
  `There are ${values} values on your clipboard. Keep one of them now:`;
export const keptAs = (name: string): string => `kept as ${name}`;
export const endingIn = (offer: string, end: string): string => `${offer} ending in ${end}`;
export const onClipboard = 'On your clipboard:';
export const ending = ' ending in ';
export const leftOutAround = (removed: string): string => `Left out around it: ${removed}.`;
export const nothingLikeKey = 'Nothing on your clipboard looks like a key.';
export const nothingLikeKeyHint = 'Copy a key at your provider, then come back: it shows up here.';
export const noKeyToKeep = 'What is on your clipboard is no key to keep.';
export const typeInstead = 'Paste or type it instead';
export const base64url = 'Base64, URL-safe';
export const hex = 'Hexadecimal';
export const base64 = 'Base64';
export const lettersDigits = 'Letters and digits';
export const lettersDigitsSymbols = 'Letters, digits, symbols';
export const digits = 'Digits';
export const sizeWrong = (least: number, most: number): string => `Enter a whole number from ${least} to ${most}.`;
export const sizeRange = (least: number, most: number): string => `From ${least} to ${most}.`;
export const strength = (bits: number): string => `${bits} random bits`;
export const fromClipboard = 'From the clipboard';
export const pasteOrType = 'Paste or type';
export const generate = 'Generate';
export const source = 'Source';
export const show = 'Show';
export const leftOut = (removed: string): string => ` Left out around its value: ${removed}.`;
export const keepOdd = (characters: string): string => `The value holds ${characters}. Keep it: it belongs there.`;
export const keepReference = 'It is no reference. Keep it as it is: this is the value.';
export const keepAsItIs = 'Keep it as it is: this is the value.';
export const heldAlready = <E>(name: E, advice: string | undefined) => [
  'This value is already saved as ',
  name,
  '.',
  advice,
];
