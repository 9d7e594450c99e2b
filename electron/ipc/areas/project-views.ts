import { z } from 'zod';
import { dialects } from '../../envfile/dialects.ts';
import type { ExportOutcome as VaultExportOutcome } from '../../vault/ports.ts';
import type { TargetDrift } from '../../vault/projects/drift.ts';
import type { ImportView } from '../../vault/projects/env-import.ts';
import type { ExampleView } from '../../vault/projects/example.ts';
import type { GitStateView, PreviewView as VaultPreview } from '../../vault/projects/exporting.ts';
import type { LineOutcome as VaultLineOutcome } from '../../vault/projects/line-removal.ts';
import type { ProjectView } from '../../vault/projects/projects.ts';
import type { TargetCandidate } from '../../vault/projects/targets.ts';
import { type CallError, callError, count, type ErrorAsData, fileName, foundValue, id, last4, time } from './shapes.ts';

/** How the views of projects and their files cross. */

export const dialect = z.enum(dialects);

const bindingView = z.strictObject({
  envVar: z.string(),
  keyId: id.nullable(),
  exportedAt: time.nullable(),
  pending: z.boolean(),
});

const targetView = z.strictObject({
  id,
  file: z.string(),
  dialect,
  bindings: z.array(bindingView),
  expands: z.boolean(),
  pending: count,
});

export const projectView = z.strictObject({
  id,
  name: z.string(),
  /** For the eye only; no call takes a path (invariant 2). */
  root: z.string(),
  targets: z.array(targetView),
}) satisfies z.ZodType<ProjectView>;

/** There to be added by its id (invariant 2). */
export const candidateView = z.strictObject({
  candidateId: id,
  file: z.string(),
  dialect,
}) satisfies z.ZodType<TargetCandidate>;

export type DriftView = ErrorAsData<TargetDrift>;

export const driftView = z.strictObject({
  targetId: id,
  file: z.enum(['present', 'missing']).nullable(),
  error: callError.nullable(),
  variables: z.array(
    z.strictObject({
      envVar: z.string(),
      state: z.enum(['same', 'rotated', 'edited', 'missing', 'new', 'leaving']),
    }),
  ),
}) satisfies z.ZodType<DriftView>;

/** A variable of an existing file, masked. */
const importVariable = z.strictObject({ name: fileName, ...foundValue, bound: z.boolean() });

export const importView = z.strictObject({
  importId: id,
  variables: z.array(importVariable),
  hidden: count,
}) satisfies z.ZodType<ImportView>;

export const exampleView = z.strictObject({
  exampleId: id,
  file: z.string(),
  exists: z.boolean(),
  added: z.array(fileName),
  later: z.array(fileName),
}) satisfies z.ZodType<ExampleView>;

/** How a file of a write ended, with the errors of its lines as they cross. */
export type ExportOutcome = ErrorAsData<Omit<VaultExportOutcome, 'left'>> & {
  readonly left: readonly { readonly envVar: string; readonly error: CallError }[];
};

export const exportOutcome = z.strictObject({
  targetId: id,
  project: z.string(),
  file: z.string(),
  written: count,
  removed: count,
  taken: count,
  left: z.array(z.strictObject({ envVar: z.string(), error: callError })).readonly(),
  error: callError.nullable(),
}) satisfies z.ZodType<ExportOutcome>;

export type LineOutcome = ErrorAsData<VaultLineOutcome>;

export const lineOutcome = z.strictObject({
  targetId: id,
  project: z.string(),
  file: z.string(),
  removed: count,
  left: count,
  error: callError.nullable(),
}) satisfies z.ZodType<LineOutcome>;

type GitUnknown = Extract<GitStateView, { kind: 'unknown' }>;
/** What git said is put into words. */
export type PreviewView = Omit<VaultPreview, 'git'> & {
  git: Exclude<GitStateView, GitUnknown> | { kind: 'unknown'; said: string; remedy?: string; system?: string };
};

const gitState = z.discriminatedUnion('kind', [
  z.discriminatedUnion('why', [
    z.strictObject({ kind: z.literal('safe'), why: z.enum(['ignored', 'no-repository', 'outside-git']) }),
    z.strictObject({ kind: z.literal('safe'), why: z.literal('only-if-added'), by: z.string() }),
  ]),
  z.strictObject({
    kind: z.literal('tracked'),
    command: z.string().nullable(),
    instead: z.string().exactOptional(),
    by: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('exposed'), ignoreFile: z.string(), line: z.string() }),
  z.strictObject({
    kind: z.literal('unknown'),
    said: z.string(),
    remedy: z.string().exactOptional(),
    system: z.string().exactOptional(),
  }),
]);

export const previewView = z.strictObject({
  file: z.string(),
  exists: z.boolean(),
  leadsTo: z.string().nullable(),
  openToOthers: z.boolean(),
  changes: z.array(
    z.strictObject({
      envVar: z.string(),
      kind: z.enum(['added', 'changed', 'kept', 'removed']),
      keyId: id.nullable(),
      last4,
      review: z.enum(['foreign', 'ordinary', 'steering', 'public', 'value']).nullable(),
    }),
  ),
  readers: z.array(z.strictObject({ name: z.string(), expands: z.boolean(), foundIn: z.string() })),
  expands: z.boolean(),
  dialect,
  notOurs: z.array(fileName),
  shadowed: z.array(fileName),
  left: z.array(z.string()),
  hidden: count,
  git: gitState,
}) satisfies z.ZodType<PreviewView>;
