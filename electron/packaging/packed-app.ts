import path from 'node:path';

/** An app as it lies after packing. */
export interface PackedApp {
  /** What the system would install. */
  readonly folder: string;
  /** What is started. */
  readonly executable: string;
  /** What holds the fuses: on macOS the whole bundle. */
  readonly fused: string;
  readonly resources: string;
}

/** The package for this machine under electron-builder's `output`; there need be none. */
export function packedAppIn(output: string, name: string): PackedApp {
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return packedAppAt(path.join(output, `mac${suffix}`), name);
  return packedAppAt(path.join(output, `${process.platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`), name);
}

/** The package that lies in this very folder. */
export function packedAppAt(folder: string, name: string): PackedApp {
  if (process.platform === 'darwin') {
    const fused = path.join(folder, `${name}.app`);
    const contents = path.join(fused, 'Contents');
    return {
      folder,
      fused,
      executable: path.join(contents, 'MacOS', name),
      resources: path.join(contents, 'Resources'),
    };
  }
  const executable = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name.toLowerCase());
  return { folder, fused: executable, executable, resources: path.join(folder, 'resources') };
}
