import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

/** Says each step of the tour as it is done, and what went wrong if it did. */
export default class TourReporter implements Reporter {
  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category !== 'test.step') return;
    console.log(`${step.error === undefined ? '✓' : '✗'} ${step.title} (${step.duration} ms)`);
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const error of result.errors) console.error(error.message ?? 'failed');
  }

  printsToStdio(): boolean {
    return true;
  }
}
