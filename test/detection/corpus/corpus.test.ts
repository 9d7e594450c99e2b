import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/detection/catalogue/catalogue.ts';
import { labelledFile } from '../../stress/recognition/case.ts';
import { stressRecognition } from '../../stress/recognition.ts';
import { corpusCases } from './corpus.ts';

const cases = corpusCases();

describe('the labelled texts', () => {
  it('are of the form of a file of cases, at least 300, each with an id of its own', () => {
    expect(labelledFile.parse({ cases }).cases).toHaveLength(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('are the same at each run and others for another seed', () => {
    expect(corpusCases()).toEqual(cases);
    const values = new Set(cases.map(({ value }) => value));
    const same = corpusCases(1).filter(({ group, value }) => group === 'provider token' && values.has(value));
    expect(same).toEqual([]);
  });

  it('name only providers and variables that the catalogue has', () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    const named = cases.flatMap(({ expect: { provider } }) => (provider === undefined ? [] : [provider]));
    expect(named.map((id) => id.replace(/^not /, '')).filter((id) => !ids.has(id))).toEqual([]);
    const variables = new Set(
      catalogue.flatMap(({ envVars, shapes }) => [...envVars, ...shapes.map(({ envVar }) => envVar)]),
    );
    const proposed = cases.filter(({ group }) => group === 'prefix').map(({ expect: { envVar } }) => envVar);
    expect(proposed.filter((envVar) => !variables.has(envVar))).toEqual([]);
  });

  it('stand in no file as they are, nor does any other key', () => {
    const folders = [import.meta.dirname, path.join(import.meta.dirname, '../../../electron/detection/catalogue')];
    const files = folders.flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)));
    const words = files.flatMap((file) => readFileSync(file, 'utf8').split(/[\s'"`|,;()]+/));
    const shapes = catalogue.flatMap((provider) =>
      provider.shapes.filter(({ needsName, isPublic }) => needsName !== true && isPublic !== true),
    );
    expect(words.filter((word) => word.length >= 16 && shapes.some(({ pattern }) => pattern.test(word)))).toEqual([]);
    const source = new Set(words);
    expect(cases.filter(({ group, value }) => group === 'provider token' && source.has(value))).toEqual([]);
  });
});

describe('the detector', () => {
  it.each([20_260_214, 1, 2, 3])('takes each labelled text for what it is, made with seed %d', (seed) => {
    const { groups } = stressRecognition(corpusCases(seed));
    expect(groups.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
