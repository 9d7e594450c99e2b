import { z } from 'zod';
import { passphrasePurposes, unlockPurposes } from '../../vault/passphrase-vault-port.ts';
import type { ChosenFile, ChosenLine, ShownWriteQuestion, WriteFile, WriteLine } from '../../vault/write-question.ts';
import { id, last4, listOf, nothing } from './shapes.ts';

const writeLine = z.strictObject({
  envVar: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  state: z.enum(['new', 'rotated', 'edited', 'missing', 'leaving']),
  key: z.string().nullable(),
  keyBefore: z.string().nullable(),
  keyAt: z.number().int().nullable(),
  there: z.strictObject({ last4, holds: z.enum(['value', 'reference', 'ciphertext']) }).nullable(),
  last4,
  currentSince: z.number().nullable(),
  foreign: z.boolean(),
  repeated: z.boolean(),
  note: z.enum(['ordinary', 'steering', 'public']).nullable(),
  couldRun: z.boolean(),
  misreadBy: z.array(z.string()).readonly(),
  blocked: z.string().nullable(),
  take: z
    .strictObject({ valueAt: z.number().int(), erases: z.enum(['previous', 'current', 'both']).nullable() })
    .nullable(),
}) satisfies z.ZodType<WriteLine<string>>;

const writeFile = z.strictObject({
  project: z.string(),
  file: z.string(),
  /** The middle of a long path is left out. */
  root: z.string(),
  exists: z.boolean(),
  git: z.enum(['ignored', 'no-repository', 'only-if-added', 'outside-git', 'tracked', 'exposed', 'unknown']).nullable(),
  blocked: z.string().nullable(),
  lines: z.array(writeLine).readonly(),
}) satisfies z.ZodType<WriteFile<string>>;

/** What main asks in its own window; `waitMs`: how long until an answer counts. */
const asked = { questionId: id, waitMs: z.number().int().min(0) };

/** Names have no character that can't be seen. */
const askedWrite = z.strictObject({
  ...asked,
  kind: z.literal('write'),
  purpose: z.enum(['write', 'remove']),
  leaving: z
    .strictObject({ name: z.string(), isInTrash: z.boolean(), before: z.string().nullable(), about: z.string() })
    .nullable(),
  files: z.array(writeFile).readonly(),
}) satisfies z.ZodType<ShownWriteQuestion>;

const questionView = z.discriminatedUnion('kind', [
  /** Before lines are written into files. */
  askedWrite,
  /** Before a backup counts as saved. */
  z.strictObject({
    ...asked,
    kind: z.literal('passphrase'),
    file: z.string(),
    /** What was typed last was another one. */
    wrong: z.boolean(),
    triesLeft: z.number().int(),
  }),
  /** Before values are kept in a passphrase vault, or another passphrase opens it. */
  z.strictObject({ ...asked, kind: z.literal('new-passphrase'), purpose: z.enum(passphrasePurposes) }),
  /** Before a passphrase vault is unlocked, or its passphrase changed; `wrong`: what was typed last was another one. */
  z.strictObject({ ...asked, kind: z.literal('unlock'), purpose: z.enum(unlockPurposes), wrong: z.boolean() }),
]);
export type QuestionView = z.infer<typeof questionView>;

/** A place in what main showed. */
const place = z.number().int().min(0).max(100_000);
const chosenLine = z.strictObject({
  at: place,
  as: z.enum(['write', 'take', 'remove']),
}) satisfies z.ZodType<ChosenLine>;
const chosenFile = z.strictObject({ at: place, lines: listOf(chosenLine, 1_000) }) satisfies z.ZodType<ChosenFile>;

/** The questions that are answered by a passphrase. */
const passphraseKinds = ['passphrase', 'new-passphrase', 'unlock'] as const;
export type PassphraseKind = (typeof passphraseKinds)[number];

const questionAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ questionId: id, kind: z.literal('no') }),
  z.strictObject({ questionId: id, kind: z.literal('write'), files: listOf(chosenFile, 10_000) }),
  z.strictObject({ questionId: id, kind: z.enum(passphraseKinds), passphrase: z.string().max(10_000) }),
]);
export type QuestionAnswer = z.infer<typeof questionAnswer>;

/** What became of an answer. Only one that counted did anything; after the others the question is still open. */
const answerOutcome = z.enum(['counted', 'too-early', 'not-attended', 'not-shown']);
export type AnswerOutcome = z.infer<typeof answerOutcome>;

export const questionCalls = {
  /** What main's own window is to show; null: nothing any more. */
  'question.get': { input: nothing, result: questionView.nullable() },
  'question.answer': { input: questionAnswer, result: answerOutcome },
} as const;
