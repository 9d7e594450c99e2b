import type { VaultPorts } from '../vault-ports.ts';
import { type ComparedVariable, compareTarget } from './compare.ts';

/**
 * How a line compares with the vault. `rotated`: the vault has a newer value than was exported; `edited`: somebody changed
 * the line; `missing`: it is gone; `new`: not exported yet; `leaving`: unbound, it goes with the next export.
 */
export type DriftState = 'same' | 'rotated' | 'edited' | 'missing' | 'new' | 'leaving';

export interface TargetDrift {
  readonly targetId: string;
  readonly file: 'present' | 'missing' | null;
  /** Why the file could not be compared; `file` is null then. */
  readonly error: unknown;
  readonly variables: { envVar: string; state: DriftState }[];
}

export interface Drift {
  /** Every target that has bindings, each compared for itself. */
  all(): Promise<TargetDrift[]>;
}

/** How the line compares with the vault; null for one that Clavis has nothing to do with any more. */
export function stateOf({ binding, version, present, isCurrent, ours }: ComparedVariable): DriftState | null {
  if (version === null) return ours ? 'leaving' : null;
  if (isCurrent) return 'same';
  if (ours) return 'rotated';
  if (binding.exported === null) return 'new';
  return present ? 'edited' : 'missing';
}

export function createDrift(ports: VaultPorts): Drift {
  const { store } = ports;

  async function ofTarget(targetId: string): Promise<TargetDrift> {
    try {
      const { snapshot, variables } = await compareTarget(ports, targetId);
      const states = variables.flatMap((variable) => {
        const state = stateOf(variable);
        return state === null ? [] : [{ envVar: variable.binding.envVar, state }];
      });
      return { targetId, file: snapshot.bytes === null ? 'missing' : 'present', error: null, variables: states };
    } catch (error) {
      return { targetId, file: null, error, variables: [] };
    }
  }

  return {
    async all() {
      const targets = store.projects.all().flatMap(({ id }) => store.targets.ofProject(id));
      const bound = targets.filter(({ id }) => store.bindings.ofTarget(id).length > 0);
      const compared: TargetDrift[] = [];
      // One after the other: no more than one file's contents are in memory at a time.
      for (const { id } of bound) compared.push(await ofTarget(id));
      return compared;
    },
  };
}
