import type { Around, Detected, Detection } from '../../../electron/vault/detection-port.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import type { LabelledCase } from './case.ts';

/** What came out of one case. */
export interface Scored {
  readonly id: string;
  readonly group: string;
  /** The case's `source`, '' without one. */
  readonly source: string;
  /** What differs from what was expected, in words; '' if it is right. No value in it. */
  readonly wrong: string;
  readonly isWrongProvider: boolean;
  readonly isFalseAlarm: boolean;
}

export interface GroupScore {
  readonly group: string;
  readonly right: number;
  readonly wrong: readonly Scored[];
  /** So many may be wrong. */
  readonly limit: number;
}

/** Elsewhere nothing may be wrong. */
const limits: Readonly<Record<string, number>> = {
  'provider token': 2,
  prefix: 1,
  'secret by form or name': 1,
  'clipboard: a secret': 1,
};

function aroundOf({ name, title, address, file, from }: LabelledCase): Around {
  return {
    ...(name == null ? {} : { name }),
    ...(title === undefined ? {} : { title }),
    ...(address === undefined ? {} : { address }),
    ...(file === undefined ? {} : { file }),
    ...(from === undefined ? (name == null ? { from: 'clipboard' as const } : {}) : { from }),
  };
}

function isOtherProvider(expected: string | undefined, found: string): boolean {
  if (expected === undefined) return false;
  return expected.startsWith('not ') ? found === expected.slice(4) : found !== expected;
}

function differences({ expect }: LabelledCase, found: Detected): string[] {
  const isSecret = found.kind === 'secret';
  const value = found.value.reveal();
  const cleaned = expect['kept or refused by name'];
  const isRefusedByName = found.isRefused && found.odd.length > 0;
  const wrong: (string | false)[] = [
    expect.secret !== undefined && isSecret !== expect.secret && `is ${found.kind}`,
    expect.offered !== undefined && isSecret !== expect.offered && `is ${found.kind}`,
    expect.kind !== undefined && found.kind !== expect.kind && `is ${found.kind}, not ${expect.kind}`,
    isOtherProvider(expect.provider, found.provider) && `provider is "${found.provider}", not ${expect.provider}`,
    expect.envVar !== undefined && found.envVar !== expect.envVar && `env var is not ${expect.envVar}`,
    expect.variable !== undefined && found.variable !== expect.variable && 'another variable',
    expect.kept !== undefined && value !== expect.kept && 'another value is kept',
    cleaned !== undefined && value !== cleaned && !isRefusedByName && 'neither cleaned nor refused by name',
  ];
  return wrong.filter((one) => one !== false);
}

/** What the detector makes of each case. */
export function scoreCases(cases: readonly LabelledCase[], detection: Detection): Scored[] {
  return cases.map((one) => {
    const found = detection.detect(new Secret(one.value), aroundOf(one));
    const isNone = one.expect.secret === false || one.expect.offered === false;
    return {
      id: one.id,
      group: one.group,
      source: one.source ?? '',
      wrong: differences(one, found).join(', '),
      isWrongProvider: found.provider !== '' && isOtherProvider(one.expect.provider, found.provider),
      isFalseAlarm: isNone && found.kind === 'secret',
    };
  });
}

/** The results by group, in the order of the file. */
export function byGroup(scored: readonly Scored[]): GroupScore[] {
  return [...Map.groupBy(scored, ({ group }) => group)].map(([group, all]) => {
    const wrong = all.filter((one) => one.wrong !== '');
    return { group, right: all.length - wrong.length, wrong, limit: limits[group] ?? 0 };
  });
}
