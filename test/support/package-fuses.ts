import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const fuseNames = Object.values(FuseV1Options).filter((name) => typeof name === 'string');

/** The fuses of a packed executable (on macOS of the `.app`), read from its bytes: true is on; what is neither is its state. */
export async function fusesOf(executable: string): Promise<Record<string, unknown>> {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable);
  const states = new Map<unknown, boolean>([
    [FuseState.ENABLE, true],
    [FuseState.DISABLE, false],
  ]);
  return Object.fromEntries(
    Object.entries(wire).map(([index, state]) => [fuseNames[Number(index)] ?? index, states.get(state) ?? state]),
  );
}

/** What every package must have, by Electron's own names: written out here, so that a change of the packing's own table shows. */
export const hardenedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};
