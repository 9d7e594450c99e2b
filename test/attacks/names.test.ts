import { describe, expect, it } from 'vitest';
import { judgeName } from '../../electron/envfile/index.ts';
import { needsPosix } from '../support/needs.ts';
import { leavesMark, missingFor } from './proof.ts';
import { buildProofs } from './proofs-build.ts';
import { gitProofs } from './proofs-git.ts';
import { programProofs } from './proofs-programs.ts';
import { askedAttacks, refusedAttacks } from './steering-names.ts';

needsPosix('programs that take their steering as Linux’ do');

/** The names that get another verdict than the ones given. */
function otherThan(kinds: readonly string[], names: readonly string[]): string[] {
  return names.filter((name) => !kinds.includes(judgeName(name).kind));
}

describe('a name that runs a command in a real program is refused', () => {
  for (const proof of [...programProofs, ...gitProofs, ...buildProofs]) {
    const { name, tool, args } = proof;
    const program = tool === 'script' ? `${args[1]}` : tool;
    const missing = missingFor(proof);
    const isMissing = missing.length > 0;
    it.skipIf(isMissing)(`${name}, by ${program}${isMissing ? ` (not tried: no ${missing.join(', ')})` : ''}`, () => {
      expect(leavesMark(proof, true), `${program} runs a command when ${name} is set`).toBe(true);
      expect(leavesMark(proof, false), `${program} runs none without it`).toBe(false);
      expect(judgeName(name).kind).toBe('refused');
    });
  }
});

describe('no name that makes a program run code is written', () => {
  it.each(Object.entries(refusedAttacks))('%s', (_, names) => {
    expect(otherThan(['refused'], names)).toEqual([]);
  });

  it.each(Object.entries(refusedAttacks))('%s, in lower case', (_, names) => {
    expect(
      otherThan(
        ['refused'],
        names.map((name) => name.toLowerCase()),
      ),
    ).toEqual([]);
  });
});

describe('no name that only looks like a secret is written unasked', () => {
  it.each(Object.entries(askedAttacks))('%s', (_, names) => {
    expect(otherThan(['refused', 'asked'], names)).toEqual([]);
  });

  it('whatever is put before the words that steer', () => {
    const steering = `COMMAND CMD ASKPASS EDITOR PAGER OPTIONS OPTS FLAGS ARGS WRAPPER LAUNCHER BINARY BINARY_PATH
      EXECUTABLE_PATH PRELOAD PLUGIN_PATH`.split(/\s+/);
    const names = steering.flatMap((end) => [`MY_TOKEN_${end}`, `SECRET_KEY_${end}`, `DATABASE_URL_${end}`]);
    expect(otherThan(['refused'], names)).toEqual([]);
  });
});
