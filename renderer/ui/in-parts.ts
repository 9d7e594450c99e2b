import { createElement, Fragment, type ReactNode } from 'react';

/** A sentence with elements in it, in the order that its language gives them. */
export function inParts(parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts);
}
