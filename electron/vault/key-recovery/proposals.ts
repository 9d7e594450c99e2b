import { nameLike } from '../keys/free-name.ts';
import { fieldLimits } from '../keys/key-choices.ts';
import { foldName } from '../keys/key-fields.ts';
import { readLabel } from '../keys/key-label.ts';
import type { Ports } from '../ports.ts';
import { isShownName } from '../shown-names.ts';
import { toReadable } from '../shown-text.ts';

/** What a found key could be called. */
export interface Proposal {
  readonly name: string;
  readonly envVar: string;
  /** A provider's id, or ''. */
  readonly provider: string;
  /** Nothing says what it is: its value may, once it is read. */
  readonly isUnnamed: boolean;
}

const unnamed = { name: 'Recovered key', envVar: 'API_KEY', provider: '', isUnnamed: true } as const;

type Sources = Pick<Ports, 'store' | 'detection' | 'envDocuments'>;

/** Proposes what an item's label says; each name once among those that are proposed together. */
export function createProposals({ store, detection, envDocuments }: Sources): (label: string) => Proposal {
  const given = new Set<string>();
  /** How many of each: a thousand keys of one name must not each try a thousand names. */
  const counts = new Map<string, number>();

  function freeFor(wanted: string): string {
    for (let count = counts.get(wanted) ?? 0; ; count += 1) {
      const name = nameLike(wanted, 'recovered', count);
      const folded = foldName(name);
      if (given.has(folded) || store.keys.idByFoldedName(folded) !== null) continue;
      given.add(folded);
      counts.set(wanted, count + 1);
      return name;
    }
  }

  /** Anybody may have written the label: a name that looks like a key is not shown. */
  function said(label: string): Proposal {
    const read = readLabel(label, detection);
    const name = read === null ? '' : [...toReadable(read.name)].slice(0, fieldLimits.name.longest).join('');
    if (read === null || name === '' || !isShownName(name, detection)) return unnamed;
    const isAllowed = envDocuments.refusedName(read.envVar) === null && isShownName(read.envVar, detection);
    return { name, envVar: isAllowed ? read.envVar : '', provider: read.provider, isUnnamed: false };
  }

  return (label) => {
    const proposal = said(label);
    return { ...proposal, name: freeFor(proposal.name) };
  };
}
