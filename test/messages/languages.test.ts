import { describe, expect, test } from 'vitest';
import { languages } from '../../electron/messages/languages.ts';
import { messageOf } from '../../electron/messages/message-of.ts';
import { factsInWords, reasonText } from '../../electron/messages/reason-text.ts';
import { errorFacts } from '../../electron/vault/error-facts.ts';
import { errorCodes, type Facts, VaultError } from '../../electron/vault/errors.ts';
import { reasonFacts } from '../../electron/vault/reasons.ts';
import { otherSystems } from '../../electron/vault/version-control.ts';
import { broken, keysOf } from './keys-of.ts';
import { sampleQuestions } from './sample-questions.ts';

/** Of the kinds that are one of several words. */
const samples: Readonly<Record<string, string>> = {
  'other system': otherSystems[0],
  'name reason': 'RUNS_IN_SHELL',
  'unfit reason': 'UTF_16',
  'value part': 'LINE_BREAK',
};

function sampleFact(name: string, kind: string): Facts[string] {
  if (kind === 'number') return 3;
  const sample = samples[kind];
  if (sample !== undefined) return sample;
  return kind.endsWith('reason') ? { code: 'GIT_NOT_RUN', cause: { code: 'SYSTEM', errno: 'ENOENT' } } : `the ${name}`;
}

/** Facts of each kind that the table says; those that may be missing, with and without. */
function sampleFacts(kinds: Readonly<Record<string, string>>): Facts[] {
  const factsOf = (isKept: (kind: string) => boolean): Facts =>
    Object.fromEntries(
      Object.entries(kinds)
        .filter(([, kind]) => isKept(kind))
        .map(([name, kind]) => [name, sampleFact(name, kind)]),
    );
  return [factsOf(() => true), factsOf((kind) => !kind.startsWith('optional '))];
}

/** Each error that there is, once with all of its facts and once with those alone that it always has. */
const errors = errorCodes.flatMap((code) => {
  const kinds = errorFacts[code];
  const ofForm = [{ name: 'NAME_TOO_LONG', 'name:length': 130, 'name:limit': 120 }];
  return (kinds === 'of each field' ? ofForm : sampleFacts(kinds)).map((facts) => new VaultError(code, facts));
});

/** The facts of each reason that there is. */
const reasons = Object.entries(reasonFacts).flatMap(([code, kinds]) =>
  sampleFacts(kinds).map((facts) => [code, facts] as const),
);

const [[, first] = ['none', {}]] = Object.entries(languages);

describe.each(Object.entries(languages))('in %s', (_name, language) => {
  test('there is a text for all that there is one for in the others', () => {
    expect(keysOf(language)).toEqual(keysOf(first));
  });

  test.each(errors.map((error) => [error.code, Object.keys(error.details).join(', '), error] as const))(
    '%s is a sentence with its facts: %s',
    (_code, _facts, error) => {
      const said = messageOf(error, language);
      expect(said).toMatch(/^\S.{10,}[^\s,;]$/s);
      expect(said).not.toMatch(broken);
    },
  );

  test.each(reasons)('%s is a part of a sentence', (code, facts) => {
    const said: unknown = Reflect.apply(Reflect.get(language.reasons, code), undefined, [
      factsInWords(facts, language),
    ]);
    expect(said).toMatch(/^\S.*[^\s.,;]$/s);
    expect(said).not.toMatch(broken);
  });

  test.each(otherSystems)('it is said how %s leaves a file alone', (system) => {
    expect(reasonText({ code: 'ASK_OTHER_SYSTEM', system }, language)).toMatch(/^\S.{10,}[^\s.,;]$/);
  });

  test.each(sampleQuestions.map((question) => [question.kind, JSON.stringify(question.facts), question] as const))(
    'the question %s is said with its facts: %s',
    (kind, _facts, { facts }) => {
      const { message, detail, action } = Reflect.apply(language.questions[kind], undefined, [facts]);
      expect(message).toMatch(/\S.*[?？]$/);
      expect(action).toMatch(/\S/);
      expect(detail).toMatch(/\S/);
      for (const text of [message, detail, action]) expect(text).not.toMatch(broken);
    },
  );

  test('a form’s errors are one message, which counts those that it leaves out', () => {
    const fields = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((field) => [field, 'NAME_EMPTY']);
    const said = messageOf(new VaultError('FIELDS_INVALID', Object.fromEntries(fields)), language);
    expect(said).toContain('2');
    expect(said).not.toContain('undefined');
  });
});

test('an error’s own message quotes no fact, whoever logs it', () => {
  for (const error of errors) expect(error.message).toBe(error.code);
});
