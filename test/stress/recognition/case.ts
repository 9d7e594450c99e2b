import { z } from 'zod';

const expectation = z.strictObject({
  secret: z.boolean().optional(),
  /** On the clipboard. */
  offered: z.boolean().optional(),
  /** A provider's id; "not ID" where that one would be wrong. */
  provider: z.string().optional(),
  kind: z.enum(['secret', 'public', 'reference', 'ciphertext', 'ordinary']).optional(),
  envVar: z.string().optional(),
  /** The variable that the text itself gives with its value. */
  variable: z.string().optional(),
  /** The value inside. */
  kept: z.string().optional(),
  /** Either the value without the odd character, or a refusal that names it. */
  'kept or refused by name': z.string().optional(),
});

const around = z.strictObject({
  name: z.string().nullish(),
  title: z.string().optional(),
  address: z.string().optional(),
  file: z.string().optional(),
  from: z.enum(['clipboard', 'typed', 'file']).optional(),
});

/** A text with what is known around it and what it should be taken for. Made up. */
export const labelledCase = z.object({
  id: z.string(),
  group: z.string(),
  value: z.string(),
  expect: expectation,
  /** What it was made from, or where it is from: named where the case fails. */
  source: z.string().optional(),
  ...around.shape,
});

export type LabelledCase = z.infer<typeof labelledCase>;

/** A file of labelled cases. */
export const labelledFile = z.object({ cases: z.array(labelledCase) });
