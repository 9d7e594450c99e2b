/**
 * Which controls of a form the person changed, by comparing with what they held when the person came to them. What is typed as a
 * secret is not read for it: only whether there is something.
 */
export interface ChangedControls {
  /** The focus came to this one. */
  visit(target: EventTarget): void;
  /** The person changed this one. */
  touch(target: EventTarget): void;
  any(): boolean;
}

export function watchChangedControls(): ChangedControls {
  const first = new Map<Element, string>();
  const touched = new Set<Element>();
  return {
    visit(target) {
      if (target instanceof Element && !first.has(target)) first.set(target, stateOf(target));
    },
    touch(target) {
      if (target instanceof Element && !isSearch(target)) touched.add(target);
    },
    any: () => [...touched].some((control) => stateOf(control) !== (first.get(control) ?? '')),
  };
}

function isSearch(control: Element): boolean {
  return control.matches('[type="search"], [role="combobox"]');
}

function stateOf(control: Element): string {
  if (control instanceof HTMLSelectElement) return control.value;
  if (control instanceof HTMLTextAreaElement) return control.required ? emptiness(control) : control.value;
  if (!(control instanceof HTMLInputElement)) return '';
  if (control.type === 'checkbox' || control.type === 'radio') return String(control.checked);
  return control.type === 'password' ? emptiness(control) : control.value;
}

function emptiness({ validity }: HTMLInputElement | HTMLTextAreaElement): string {
  return validity.valueMissing ? '' : 'something';
}
