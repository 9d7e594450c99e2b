import { detectedLimit } from '../detection-port.ts';
import { isVaultError } from '../errors.ts';
import type { Secret } from '../secret.ts';
import { isShownName } from '../shown-names.ts';
import { fitValue } from '../value.ts';
import { piecesOf } from '../value-pieces.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { freeName } from './free-name.ts';
import { nameOfHolder } from './held-by.ts';

/** What a form fills in next to a value that is typed. Nothing in it is a part of the value (invariant 1). */
export interface TypedProposal {
  provider: string;
  name: string;
  envVar: string;
  /** The name of the key that holds this very value already. */
  heldBy: string | null;
}

export interface Recognizing {
  /** What a text that is being typed seems to be; null where nothing is recognised. Keeps nothing of it. */
  of(typed: Secret): Promise<TypedProposal | null>;
}

export function createRecognizing(ports: VaultPorts): Recognizing {
  const { store, detection, fingerprints, valueLimit } = ports;

  async function holderOf(value: Secret): Promise<string | null> {
    try {
      return nameOfHolder(ports, value, await fingerprints.of(value));
    } catch (error) {
      // The keychain is not well: saving the key says so.
      if (isVaultError(error)) return null;
      throw error;
    }
  }

  return {
    async of(typed) {
      const text = typed.reveal();
      if (text.length > detectedLimit || text.trim() === '') return null;
      const detected = detection.detect(typed, { from: 'typed' });
      const value = detected.isRefused ? null : fitValue(detected.value, valueLimit);
      if (value === null || detected.kind === 'reference' || detected.kind === 'ciphertext') return null;
      const { variable } = detected;
      // What stands before the value could be a part of it.
      const isShown =
        variable === '' || (!piecesOf([value.reveal()]).isIn(variable) && isShownName(variable, detection));
      const { provider, name, envVar } = isShown ? detected : detection.detect(value, { from: 'typed' });
      const heldBy = await holderOf(value);
      if (provider === '' && name === '' && envVar === '' && heldBy === null) return null;
      return {
        provider,
        name: name === '' ? '' : freeName(store, name),
        envVar: variable !== '' && isShown ? variable : envVar,
        heldBy,
      };
    },
  };
}
