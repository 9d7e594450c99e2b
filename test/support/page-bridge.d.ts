import type { Bridge } from '../../electron/ipc/contract.ts';

declare global {
  interface Window {
    /** The bridge, as the pages under test have it. */
    readonly clavis: Bridge;
  }
}
