import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What one suite came to. */
export interface SuiteReport {
  readonly passed: number;
  readonly failed: number;
  /** Each says in its title why: most need root. */
  readonly skipped: number;
  /** One text for each failed test: its file, its title, and the first lines of its message. */
  readonly failures: readonly string[];
}

const messageLines = 6;

function failure(file: string, title: string, message: string): string {
  const lines = message
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
    .replace(/\u001b\[[\d;]*m/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, messageLines);
  return [`${file} › ${title}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Reads what Vitest's reporter `json` wrote. A file that could not be loaded counts as one failed test. */
export function readVitestReport(report: unknown): SuiteReport {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = vitestReport.parse(report);
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    return status === 'failed' && failed.length === 0
      ? [failure(name, '(the file itself)', message)]
      : failed.map((one) => failure(name, one.fullName, one.failureMessages?.[0] ?? ''));
  });
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, failures.length),
    skipped: numPendingTests,
    failures,
  };
}

const playwrightSuite = z.object({
  specs: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      tests: z.array(
        z.object({
          status: z.string(),
          results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(playwrightSuite),
});

function failuresOf(suite: z.infer<typeof playwrightSuite>): string[] {
  const own = suite.specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        failure(file, title, results.find(({ error }) => error !== undefined)?.error?.message ?? ''),
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failuresOf)];
}

/** Reads what Playwright's reporter `json` wrote. A test that passed at its second try counts as failed. */
export function readPlaywrightReport(report: unknown): SuiteReport {
  const { stats, suites } = playwrightReport.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failuresOf),
  };
}

/**
 * Reads the report of a suite that ended with this exit code. A suite without a readable report, or that ended with another
 * code than 0 and names no failure, counts as one failure: silence is not success.
 */
export async function readSuiteReport(
  file: string,
  code: number,
  read: (report: unknown) => SuiteReport,
): Promise<SuiteReport> {
  let report: SuiteReport;
  try {
    report = read(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [`no readable report; the suite ended with code ${code}`] };
  }
  if (code === 0 || report.failed > 0) return report;
  return { ...report, failed: 1, failures: [`no failed test, but the suite ended with code ${code}`] };
}
