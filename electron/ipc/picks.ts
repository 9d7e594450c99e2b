/** What the person picks in a native dialog; null: nothing (invariant 2). */
export interface Picks {
  pickFolder(): Promise<string | null>;
  /** A file, in a dialog that opens in this folder. */
  pickFile(folder: string): Promise<string | null>;
  pickBackup(): Promise<string | null>;
  /** A place for a backup, in a dialog that proposes this name. */
  pickBackupPlace(name: string): Promise<string | null>;
  /** Another program's export. */
  pickExternalImport(): Promise<string | null>;
  /** A folder with env files. */
  pickExternalImportFolder(): Promise<string | null>;
}
