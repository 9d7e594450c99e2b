/**
 * The formats that ask clipboard managers, histories and clouds to leave a value alone, by Electron's name for the raw
 * format. Linux: KDE's Klipper, followed by GPaste, CopyQ and others. macOS: nspasteboard.org. Windows: “Cloud Clipboard
 * and Clipboard History Formats”, where the two questions take a DWORD and the first counts by being there.
 */
export function concealedHints(platform: NodeJS.Platform): Record<string, string | Uint8Array<ArrayBuffer>> {
  const no = () => new Uint8Array(4);
  if (platform === 'darwin') {
    return { [raw('org.nspasteboard.ConcealedType')]: '1', [raw('org.nspasteboard.TransientType')]: '1' };
  }
  if (platform === 'win32') {
    return {
      [raw('ExcludeClipboardContentFromMonitorProcessing')]: no(),
      [raw('CanIncludeInClipboardHistory')]: no(),
      [raw('CanUploadToCloudClipboard')]: no(),
    };
  }
  return { [raw('x-kde-passwordManagerHint')]: 'secret' };
}

function raw(format: string): string {
  return `electron application/osclipboard;format="${format}"`;
}
