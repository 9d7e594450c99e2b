import type { LabelledCase } from '../../stress/recognition/case.ts';
import { clipboardOthers, clipboardSecrets } from './clipboard.ts';
import { ambiguousShapes, publicValues, secretsByFormOrName } from './named.ts';
import { pastedLines, pastedOthers, pastedSecrets } from './pasted.ts';
import { createMaker, type Maker, type Piece } from './pieces.ts';
import { prefixes } from './prefixes.ts';
import { providerTokens } from './provider-tokens.ts';
import { oddCharacters, referencesAndCiphertext, whiteSpaceAround, wholeLines } from './texts.ts';

const groups: readonly (readonly [string, (make: Maker) => Piece[]])[] = [
  ['provider token', providerTokens],
  ['prefix', prefixes],
  ['ambiguous shape, named', ambiguousShapes],
  ['public value', publicValues],
  ['secret by form or name', secretsByFormOrName],
  ['clipboard: a secret', clipboardSecrets],
  ['clipboard: no secret', clipboardOthers],
  ['white space around', whiteSpaceAround],
  ['invisible or typographic character', oddCharacters],
  ['a whole line', wholeLines],
  ['reference or ciphertext', referencesAndCiphertext],
  ['a pasted line', pastedLines],
  ['clipboard: a pasted secret', pastedSecrets],
  ['clipboard: a pasted text without one', pastedOthers],
];

const seed = 20_260_214;

/** The project's own labelled texts: made up, the same at each run. */
export function corpusCases(chosenSeed = seed): LabelledCase[] {
  return groups.flatMap(([group, build], at) =>
    build(createMaker(chosenSeed + at)).map((piece, number) => ({
      ...piece,
      group,
      id: `${group.replaceAll(/\W+/g, '-')}-${String(number).padStart(3, '0')}`,
    })),
  );
}
