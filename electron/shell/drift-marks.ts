import type { Diagnostics } from '../vault/diagnostics.ts';
import type { TargetDrift } from '../vault/projects/drift.ts';
import type { Vault } from '../vault/vault.ts';

/** Projects change in a burst: one look follows it. */
const pauseMs = 500;
const everyMs = 5 * 60 * 1000;

/** Does work that opens no prompt of the keychain's. */
export type Quietly = <T>(work: () => Promise<T>) => Promise<T>;

/** How many lines of each project's env files somebody changed or removed, as they were when they were last looked at. */
export interface DriftMarks {
  /** 0 until it is known. */
  of(projectId: string): number;
  /** Looks again soon; nobody waits for it. */
  refresh(): void;
}

export interface DriftMarkOptions {
  readonly vault: Vault;
  readonly mayLook: () => boolean;
  /** Files are compared through the keychain's key: a look in the background must not open the system's prompt for it. */
  readonly quietly: Quietly;
  readonly onChange: () => void;
  readonly diagnostics: Diagnostics;
}

export function createDriftMarks({ vault, mayLook, quietly, onChange, diagnostics }: DriftMarkOptions): DriftMarks {
  let marks: ReadonlyMap<string, number> = new Map();
  let waiting: NodeJS.Timeout | null = null;
  let looking = false;
  /** Files that could not be compared when they were last looked at. */
  let failing: ReadonlySet<string> = new Set();

  /** Each once: a folder that is gone stays so for days. */
  function reportNew(failed: readonly TargetDrift[]): void {
    for (const { targetId, error } of failed) {
      if (!failing.has(targetId)) diagnostics.report('drift', error, [targetId]);
    }
    failing = new Set(failed.map(({ targetId }) => targetId));
  }

  async function look(): Promise<ReadonlyMap<string, number>> {
    const differing = new Map<string, number>();
    const compared = await vault.drift.all();
    reportNew(compared.filter(({ error }) => error !== null));
    for (const { targetId, variables } of compared) {
      differing.set(targetId, variables.filter(({ state }) => state === 'edited' || state === 'missing').length);
    }
    return new Map(
      vault.projects
        .list()
        .map(({ id, targets }) => [id, targets.reduce((sum, target) => sum + (differing.get(target.id) ?? 0), 0)]),
    );
  }

  async function lookNow(): Promise<void> {
    waiting = null;
    if (looking) return refresh();
    if (!mayLook()) return;
    looking = true;
    try {
      const next = await quietly(look);
      const differs = JSON.stringify([...next]) !== JSON.stringify([...marks]);
      marks = next;
      if (differs) onChange();
    } catch (error) {
      diagnostics.report('drift', error);
    } finally {
      looking = false;
    }
  }

  function refresh(): void {
    if (waiting === null) waiting = setTimeout(() => void lookNow(), pauseMs).unref();
  }

  setInterval(refresh, everyMs).unref();
  return { of: (projectId) => marks.get(projectId) ?? 0, refresh };
}
