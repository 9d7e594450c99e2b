import type { KeyFields } from '../../../electron/vault/keys/key-fields.ts';
import type { IgnorePlace } from '../../../electron/vault/ports.ts';

/** What the parent process and the vault's own process say to each other, as JSON. Times are ms since the epoch. */

/** One operation of a person, or of time. */
export type Task =
  | { readonly what: 'add'; readonly fields: KeyFields; readonly value: string }
  | { readonly what: 'rename'; readonly id: string; readonly name: string }
  | { readonly what: 'pin'; readonly id: string; readonly pinned: boolean }
  | { readonly what: 'rotate'; readonly id: string; readonly value: string }
  | { readonly what: 'undoRotation' | 'finishRotation'; readonly id: string }
  | { readonly what: 'copy' | 'allowCopy'; readonly id: string }
  | { readonly what: 'delete' | 'deleteWithLines' | 'restore' | 'deletePermanently'; readonly id: string }
  | { readonly what: 'clearClipboard' | 'quit' | 'exportAll' | 'emptyTrash' }
  /** The clock moves on, and what falls due is done. */
  | { readonly what: 'pass'; readonly ms: number }
  | { readonly what: 'lease'; readonly seconds: number }
  | { readonly what: 'link' | 'unlink'; readonly root: string }
  | { readonly what: 'bind'; readonly targetId: string; readonly keyId: string; readonly envVar: string }
  | { readonly what: 'unbind'; readonly targetId: string; readonly envVar: string }
  | { readonly what: 'export' | 'example'; readonly targetId: string }
  | { readonly what: 'ignore'; readonly targetId: string; readonly place: IgnorePlace }
  | { readonly what: 'import'; readonly targetId: string; readonly names: readonly string[] };

/** Where a vault lives. */
export interface Place {
  /** The database's folder; `vault.db` in it. */
  readonly folder: string;
  /** The keychain's service name. */
  readonly service: string;
  /** What opens the passphrase vault that is there instead of a keychain; null: values are in the Secret Service. */
  readonly passphrase: string | null;
  /** The file that stands for the system's clipboard: it outlives the process, as with a clipboard manager. */
  readonly clipboard: string;
}

/** `killAt`: the kill point at which the process kills itself, by its name or as `#3`; null for none. */
export type Request =
  | { readonly ask: 'open'; readonly place: Place; readonly now: number; readonly killAt: string | null }
  | { readonly ask: 'do'; readonly task: Task; readonly killAt: string | null }
  | { readonly ask: 'look' }
  /** Makes databases as older versions of Clavis left them: `old-<n>.db`, `n` migrations behind it. */
  | {
      readonly ask: 'makeOld';
      readonly place: Place;
      readonly keys: readonly OldKey[];
      readonly root: string;
      readonly now: number;
    };

export type Reply =
  | { readonly say: 'ready' }
  /** `points`: the kill points that were passed, by what would have been written next. `ms`: how long it took. */
  | {
      readonly say: 'done';
      readonly points: readonly string[];
      readonly ms: number;
      readonly errors: readonly string[];
    }
  | { readonly say: 'seen'; readonly seen: Seen }
  | { readonly say: 'made'; readonly versions: number }
  | { readonly say: 'failed'; readonly error: string };

/** A key of an older database. */
export interface OldKey {
  readonly id: string;
  readonly name: string;
  readonly envVar: string;
  readonly value: string;
}

export interface SeenVersion {
  readonly number: number;
  readonly grants: number;
  readonly fingerprint: string;
  /** What the vault's own keychain port gives; null for nothing. */
  readonly value: string | null;
}

export interface SeenKey {
  readonly id: string;
  readonly name: string;
  readonly pinned: boolean;
  readonly deleted: boolean;
  readonly current: SeenVersion;
  readonly previous: SeenVersion | null;
}

export interface SeenTarget {
  readonly id: string;
  readonly root: string;
  readonly file: string;
  readonly wasWritten: boolean;
  readonly bindings: readonly {
    readonly envVar: string;
    readonly keyId: string | null;
    readonly exported: string | null;
  }[];
}

/** The vault as a person would find it, and what lies behind it. */
export interface Seen {
  readonly keys: readonly SeenKey[];
  readonly targets: readonly SeenTarget[];
  /** `<key id>/<number>` each. */
  readonly intents: readonly string[];
  readonly tombstones: readonly string[];
  /** Whose value has a lease. */
  readonly lease: string | null;
  readonly leaseSeconds: number;
  /** Oldest first. */
  readonly activity: readonly string[];
}
