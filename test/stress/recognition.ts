import { readFileSync } from 'node:fs';
import { catalogue } from '../../electron/detection/catalogue/catalogue.ts';
import { createDetector } from '../../electron/detection/detector.ts';
import { corpusCases } from '../detection/corpus/corpus.ts';
import { type LabelledCase, labelledFile } from './recognition/case.ts';
import { byGroup, type GroupScore, scoreCases } from './recognition/score.ts';

/** Needs neither the app nor the programs around it. */
export const needsApp = false;

function readCases(file: string): LabelledCase[] {
  return labelledFile.parse(JSON.parse(readFileSync(file, 'utf8'))).cases;
}

function lineOf({ group, right, wrong, limit }: GroupScore): string {
  const about = wrong.length > limit ? ` (at most ${limit} may be wrong)` : '';
  return [
    `${group}: ${right} right, ${wrong.length} wrong${about}`,
    ...wrong.map(({ id, source, wrong: what }) => `  ${id}${source === '' ? '' : ` (${source})`}: ${what}`),
  ].join('\n');
}

/** Runs labelled cases through the detector. `ok` only within every group's limit and without a wrong provider. */
export function stressRecognition(cases: readonly LabelledCase[]) {
  const scored = scoreCases(cases, createDetector(catalogue));
  const groups = byGroup(scored);
  const right = scored.filter(({ wrong }) => wrong === '').length;
  const providers = scored.filter(({ isWrongProvider }) => isWrongProvider).length;
  const alarms = scored.filter(({ isFalseAlarm }) => isFalseAlarm).length;
  return {
    groups,
    lastLine: `recognition: ${scored.length} cases, ${right} right, ${providers} wrong provider, ${alarms} false alarms`,
    ok: providers === 0 && groups.every(({ wrong, limit }) => wrong.length <= limit),
  };
}

/** `npm run stress -- recognition FILE`; without FILE the project's own cases. */
export function main(file?: string) {
  const { groups, lastLine, ok } = stressRecognition(file === undefined ? corpusCases() : readCases(file));
  for (const group of groups) console.log(lineOf(group));
  return { lastLine, ok };
}
