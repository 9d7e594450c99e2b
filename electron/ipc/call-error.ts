import { messageOf } from '../messages/message-of.ts';
import { factsInWords, reasonText } from '../messages/reason-text.ts';
import { toVaultError } from '../vault/errors.ts';
import type { ExportOutcome } from '../vault/ports.ts';
import type { PreviewView as Preview } from '../vault/projects/exporting.ts';
import type { ExportOutcome as OutcomeView, PreviewView } from './areas/project-views.ts';
import type { CallError, ErrorAsData } from './areas/shapes.ts';

/** One outcome of several, its error as it crosses. */
export function errorAsData<T extends { readonly error: unknown }>(outcome: T): ErrorAsData<T> {
  return { ...outcome, error: outcome.error === null ? null : toCallError(outcome.error) };
}

/** How a file of a write ended, with the errors of its lines as they cross. */
export function outcomeAsData({ left, ...outcome }: ExportOutcome): OutcomeView {
  return { ...errorAsData(outcome), left: left.map(({ envVar, error }) => ({ envVar, error: toCallError(error) })) };
}

/** What would be written, with words for what git said. */
export async function previewAsData(preview: Promise<Preview>): Promise<PreviewView> {
  const { git, ...shown } = await preview;
  if (git.kind !== 'unknown') return { ...shown, git };
  const { said, remedy, ...state } = git;
  const advice = remedy === undefined ? {} : { remedy: reasonText(remedy) };
  return { ...shown, git: { ...state, said: reasonText(said), ...advice } };
}

/** An error as it crosses: its reasons in words; what nobody foresaw loses its message, which might quote a value (invariant 1). */
export function toCallError(error: unknown): CallError {
  const known = toVaultError(error);
  return { code: known.code, message: messageOf(known), details: factsInWords(known.details) };
}
