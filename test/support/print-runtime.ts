import { findRuntime } from './electron-runtime.ts';

/** The first line of an e2e run: on which runtime it is. */
export default function printRuntime(): void {
  console.log(findRuntime().line);
}
