/** A native dialog in which something is picked; `button`: the one that takes it. */
interface PickWords {
  readonly title: string;
  readonly button: string;
}

export interface DialogWords {
  readonly cancel: string;
  readonly ok: string;
  readonly linkFolder: PickWords;
  readonly chooseEnvFile: PickWords;
  readonly chooseBackup: PickWords;
  readonly saveBackup: PickWords;
  readonly chooseExport: PickWords;
  readonly chooseEnvFolder: PickWords;
  /** Kinds of files that a dialog can show. */
  readonly ageFiles: string;
  readonly exports: string;
  readonly allFiles: string;
  /** Titles of main's own windows. */
  readonly confirmPassphraseTitle: string;
  readonly passphraseTitles: { readonly [K in 'passphrase' | 'unlock' | 'new-passphrase']: string };
  readonly writeTitle: string;
  readonly removeTitle: string;
}

/** Labels of the tray's menu; a name in them is cut to what room the rest leaves. */
export interface TrayWords {
  readonly copy: (name: string, isLast: boolean) => string;
  readonly copiedOnce: (name: string) => string;
  /** `toWrite`: values that were not exported yet; `differ`: lines that somebody changed or removed. */
  readonly exportProject: (name: string, counts: { readonly toWrite: number; readonly differ: number }) => string;
  readonly clear: (name: string) => string;
  readonly open: string;
  readonly quit: string;
  readonly deletedKey: string;
  readonly locked: (app: string) => string;
  readonly onClipboard: (app: string, name: string, seconds: number) => string;
}

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

export interface NoticeWords {
  /** `later`: how many of these keys are due soon and not yet. */
  readonly due: (keys: { readonly count: number; readonly later: number; readonly names: string }) => NoticeText;
  readonly cleared: NoticeText;
  /** `chord`: the shortcut that would have brought it back; null: there is none. */
  readonly hasQuit: (app: string, chord: string | null) => NoticeText;
  /** `project`: its name; null where it is gone. */
  readonly notExported: (project: string | null) => string;
}

export interface StartWords {
  readonly cantStart: string;
  /** Of an error that nobody foresaw. */
  readonly unforeseen: string;
  /** After "Clavis is trying to" on macOS. */
  readonly touchId: string;
  readonly repair: RepairWords;
}

/** The question whether to rebuild a damaged database. Times in ms since the epoch. */
export interface RepairWords {
  readonly message: string;
  readonly detail: (facts: {
    readonly file: string;
    readonly reason: string;
    /** How many copies can't be used. */
    readonly spoilt: number;
    /** When the copy was made that it would be rebuilt from; null: there is none. */
    readonly copiedAt: number | null;
  }) => string;
  readonly quit: string;
  readonly rebuild: (copiedAt: number | null) => string;
}
