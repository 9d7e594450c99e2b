import type { DiagnosticArea, Diagnostics } from '../../electron/vault/diagnostics.ts';
import { isVaultError } from '../../electron/vault/errors.ts';

export interface ReportedFailure {
  readonly area: DiagnosticArea;
  readonly error: unknown;
  readonly ids: readonly string[];
}

export interface TestDiagnostics extends Diagnostics {
  readonly failures: readonly ReportedFailure[];
  /** As `erasing KEYCHAIN_LOCKED`, in the order in which they were reported. */
  words(): string[];
}

/** Keeps what is reported; `log`: where that goes, too. */
export function createTestDiagnostics(log?: Diagnostics): TestDiagnostics {
  const failures: ReportedFailure[] = [];
  return {
    failures,
    report(area, error, ids = []) {
      failures.push({ area, error, ids });
      log?.report(area, error, ids);
    },
    read: () => log?.read() ?? { text: failures.map(({ area }) => `${area}\n`).join(''), entries: failures.length },
    words: () => failures.map(({ area, error }) => `${area} ${isVaultError(error) ? error.code : String(error)}`),
  };
}
