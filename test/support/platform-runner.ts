import { TestRunner } from 'vitest';

const noName = /(?!)/;

/** Skips every test of a file that needs what this system doesn't have: each named and counted, none started. */
export default class PlatformRunner extends TestRunner {
  override async importFile(path: string, source: 'collect' | 'setup'): Promise<unknown> {
    const imported = await super.importFile(path, source);
    // Modules are loaded anew for each file: the one that the file spoke to is here only now.
    const { unmetNeeds } = await import('./needs.ts');
    const needs = source === 'collect' ? unmetNeeds() : [];
    if (needs.length > 0) {
      console.log(`Skipped on ${process.platform}: ${path} needs ${needs.join(', ')}.`);
      this.config.testNamePattern = noName;
    }
    return imported;
  }
}
