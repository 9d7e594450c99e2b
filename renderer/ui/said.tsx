import { Fragment } from 'react';

/** A sentence whose `commands between backticks` are set in monospace. */
export function Said({ text }: { text: string }) {
  const parts = text.split('`');
  return parts.map((part, at) => {
    const place = `${at}:${part}`;
    return at % 2 === 1 ? <code key={place}>{part}</code> : <Fragment key={place}>{part}</Fragment>;
  });
}
