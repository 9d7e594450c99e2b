import { keyOperations } from './key-operations.ts';
import { preparations as makePreparations, projectOperations } from './project-operations.ts';
import type { Draft, Make, Step } from './steps.ts';
import { trashOperations } from './trash-operations.ts';

const makes: Readonly<Record<string, Make>> = {
  ...keyOperations,
  ...trashOperations,
  ...projectOperations,
  ...makePreparations,
};

/** What a person does. */
export const operations: readonly string[] = [keyOperations, trashOperations, projectOperations].flatMap(Object.keys);

/** What some of them need first; done, but not killed by itself. */
export const preparations: readonly string[] = Object.keys(makePreparations);

/** What a start does: with nothing there, after a crash, after a quit, on an older version's database. */
export const starts = ['first start', 'reconcile', 'restart', 'migrate'] as const;
export type Start = (typeof starts)[number];

/** What can be aimed at; repairs come by themselves, after every kill. */
export const chosen: readonly string[] = [...operations, ...starts].filter((kind) => kind !== 'reconcile');

const deepest = 12;

/** The operation itself where the vault is ready for it, or one that brings it nearer; null where none does. */
export function makeStep(kind: string, draft: Draft): { readonly kind: string; readonly step: Step } | null {
  let name = kind;
  for (let depth = 0; depth < deepest; depth += 1) {
    const made = makes[name]?.(draft);
    if (made === undefined) throw new Error(`there is no operation named ${name}`);
    if (typeof made !== 'string') return { kind: name, step: made };
    name = made;
  }
  return null;
}
