import type { Contents, Entry } from './document.ts';
import { applyEdits, type Edit, replacement } from './edit-lines.ts';
import { EnvFileError } from './errors.ts';
import { carryShadowed } from './shadowing.ts';
import type { Syntax } from './syntaxes.ts';

/** `value` null removes the variable. */
export interface Change {
  readonly name: string;
  readonly value: string | null;
}

export interface Step {
  readonly text: string;
  readonly contents: Contents;
}

type Reading = Pick<Entry, 'name' | 'value' | 'shadowed'>;

/**
 * The text after `changes`: values replaced in place, removed variables gone (all their definitions, or a shadowed one
 * would come back to life), new ones after the last bound one. Each step is read back before it counts: throws
 * `UNSAFE_EDIT` if anything but the changed variables would read differently.
 */
export function applyChanges(step: Step, changes: readonly Change[], bound: readonly string[], syntax: Syntax): Step {
  const wanted = new Map(changes.map((change) => [change.name, change.value]));
  refuseUncertain(step.contents, wanted);
  const kept = new Set([...bound, ...wanted.keys()].filter((name) => wanted.get(name) !== null));
  const changed = changePresent(step, wanted, kept, syntax);
  for (const entry of step.contents.entries) wanted.delete(entry.name);
  return addNew(changed, wanted, kept, syntax);
}

type Wanted = ReadonlyMap<string, string | null>;

function changePresent(step: Step, wanted: Wanted, kept: ReadonlySet<string>, syntax: Syntax): Step {
  const edits: Edit[] = [];
  const removed: number[] = [];
  const expected: Reading[] = [];
  for (const [index, entry] of step.contents.entries.entries()) {
    const value = wanted.get(entry.name);
    if (value === null) {
      refuseCutValue(entry, step.text.slice(entry.valueStart, entry.valueEnd));
      removed.push(index);
    } else if (value === undefined) expected.push(entry);
    else {
      const parsed = syntax.scannedValue(value);
      // Some readers take the first definition of a name (Deno, django-environ), others the last.
      expected.push({ name: entry.name, value: parsed, shadowed: entry.shadowed });
      const written = syntax.write(entry.name, value);
      const raw = step.text.slice(entry.valueStart, entry.valueEnd);
      refuseCutValue(entry, raw);
      if (entry.value !== parsed || !syntax.isFormOf(raw, value)) edits.push(replacement(step.text, entry, written));
    }
  }
  if (removed.length > 0) edits.push(...syntax.remove(step.text, step.contents, removed, kept));
  return edits.length === 0 ? step : checked(step, edits, expected, syntax);
}

function addNew(step: Step, wanted: Wanted, kept: ReadonlySet<string>, syntax: Syntax): Step {
  const readings = [...wanted].flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  if (readings.length === 0) return step;
  const added = readings.map(({ name, value }) => ({ name, written: syntax.write(name, value) }));
  const { edit, index } = syntax.insert(step.text, step.contents, added, kept);
  const expected: Reading[] = [...step.contents.entries];
  expected.splice(
    index,
    0,
    ...readings.map(({ name, value }) => ({ name, value: syntax.scannedValue(value), shadowed: false })),
  );
  return checked(step, [edit], expected, syntax);
}

function checked(step: Step, edits: readonly Edit[], expected: readonly Reading[], syntax: Syntax): Step {
  refuseBehindTrouble(step.contents, edits);
  const text = applyEdits(step.text, edits);
  const scan = syntax.scan(text);
  const wrong = expected.find((reading, index) => {
    const entry = scan.entries[index];
    return entry?.name !== reading.name || entry.value !== reading.value;
  });
  const strange = wrong ?? scan.entries[expected.length];
  // Not named: what reads differently may be a piece of a value, not a name.
  if (strange !== undefined) throw new EnvFileError({ code: 'UNSAFE_EDIT', facts: {} });
  return { text, contents: carryShadowed(scan, expected) };
}

function refuseUncertain(contents: Contents, wanted: Wanted): void {
  for (const { code, name, line } of contents.problems) {
    if (code !== 'NOT_A_PLAIN_ASSIGNMENT' || name === undefined || !wanted.has(name)) continue;
    throw new EnvFileError({ code, facts: { name, line } });
  }
}

/** A dialect without quotes reads a PEM block's first line alone: to change that would leave the others behind, in the open. */
function refuseCutValue({ name, line }: Entry, raw: string): void {
  if (raw.includes('-----BEGIN ') && !raw.includes('-----END '))
    throw new EnvFileError({ code: 'CUT_VALUE', facts: { name, line } });
}

/** Text behind an open quote would be inside it for some readers and could close it for others; behind `exit` it is not read. */
function refuseBehindTrouble(contents: Contents, edits: readonly Edit[]): void {
  const last = edits.reduce((furthest, edit) => Math.max(furthest, edit.to), -1);
  for (const { code, at, line } of contents.problems) {
    if (at === undefined || at >= last) continue;
    throw new EnvFileError({ code: code === 'UNTERMINATED_QUOTE' ? code : 'UNREACHED_LINE', facts: { line } });
  }
}
