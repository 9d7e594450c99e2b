import type { Secret } from '../secret.ts';

const secretName = /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PWD|CREDENTIALS?|DSN|AUTH|PRIVATE|SALT)(?:_|$)/i;
/** Names that a bundler puts into the page for everybody to read. */
const publicName = /^(?:NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|GATSBY|EXPO_PUBLIC)_/i;
const notSecret = /^(?:true|false|yes|no|on|off|null|none|\d+|https?:\/\/[^@\s]*|localhost.*)$/i;
const placeholder =
  /^(?:<.*>|\$\{.*\}|x{3,}|\*{3,}|change[-_ ]?me.*|your[-_ ].*|todo|example.*|placeholder.*|dummy.*|test)$/i;
const shortest = 6;

/** Whether a variable's name says that its value is a secret, and the value could be one. */
export function looksLikeSecret(name: string, value: Secret): boolean {
  const text = value.reveal();
  if (!secretName.test(name) || publicName.test(name)) return false;
  return text.length >= shortest && !notSecret.test(text) && !placeholder.test(text);
}
