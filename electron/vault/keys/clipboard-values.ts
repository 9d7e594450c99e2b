import { type Detected, detectedLimit } from '../detection-port.ts';
import type { MarredKey } from '../marred-key.ts';
import type { Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { isShownName } from '../shown-names.ts';
import { fitValue } from '../value.ts';
import { piecesOf } from '../value-pieces.ts';

/** A value in the clipboard's text that could be a key's. */
export interface ClipboardValue {
  readonly value: Secret;
  readonly detected: Detected;
  /** Proposed; none of it is a part of a value in that text. */
  readonly name: string;
  readonly envVar: string;
}

/** Why nothing is offered, where that can be told: a key with a wrong character, or the detector's sentence; else ''. */
export type OfferRefusal = MarredKey | string;

export interface ClipboardValues {
  readonly values: readonly ClipboardValue[];
  readonly refused: OfferRefusal;
}

/** More than a person would look through. */
const mostValues = 20;

const nothing: ClipboardValues = { values: [], refused: '' };

/** What the clipboard's text has to offer. */
export function clipboardValues(ports: Pick<Ports, 'detection' | 'valueLimit'>, text: Secret): ClipboardValues {
  const { detection, valueLimit } = ports;
  if (text.reveal().length > detectedLimit) return nothing;
  const found = detection.detectAll(text, { from: 'clipboard' });
  const pieces = piecesOf(found.map(({ value }) => value.reveal()));

  /** A variable that stands before a value could be a part of another one. */
  function proposalOf(detected: Detected): Pick<Detected, 'name' | 'envVar'> {
    const { variable } = detected;
    if (variable === '') return detected;
    if (!pieces.isIn(variable) && isShownName(variable, detection)) return { name: detected.name, envVar: variable };
    return detection.detect(detected.value, { from: 'clipboard' });
  }

  const values = found.flatMap((detected): ClipboardValue[] => {
    const value = detected.kind === 'secret' && !detected.isRefused ? fitValue(detected.value, valueLimit) : null;
    if (value === null) return [];
    const { name, envVar } = proposalOf(detected);
    return [{ value, detected, name, envVar }];
  });
  return { values: values.slice(0, mostValues), refused: values.length > 0 ? '' : refusalOf(found) };
}

function refusalOf(found: readonly Detected[]): OfferRefusal {
  const marred = found.find(({ isRefused }) => isRefused);
  const [first] = marred?.odd ?? [];
  if (marred !== undefined && first !== undefined) {
    return { character: first.name, position: first.at + 1, label: marred.label };
  }
  return found.find(({ kind }) => kind !== 'secret' && kind !== 'ordinary')?.why ?? '';
}
