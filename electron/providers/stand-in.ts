import type { Around, Detected, Detection } from '../vault/detection-port.ts';
import { Secret } from '../vault/secret.ts';
import { recogniseByShape, sortedProviders } from './registry.ts';
import { recogniseUnknown } from './unknown-secret.ts';

const secretName = /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PWD|CREDENTIALS?|DSN|AUTH|PRIVATE|SALT)(?:_|$)/i;

/** The old registry behind the detector's port, until the detector is there. */
function detect(text: Secret, around: Around = {}): Detected {
  const whole = text.reveal();
  const inside = /^(?:export )?([A-Z][A-Z0-9_]*)=["']?(.*?)["']?\s*$/s.exec(whole);
  const plain = (inside?.[2] ?? whole).trim();
  const shape = recogniseByShape(plain.replaceAll('\u200b', ''));
  const odd = [...plain].flatMap((one, at) => (one === '\u200b' ? [{ name: 'zero-width space (U+200B)', at }] : []));
  const unknown = recogniseUnknown(plain);
  const byName = secretName.test(around.name ?? '') && plain.length >= 6;
  const isReference = /^(?:op|vault):|^\$\{/.test(plain);
  const isPublic = /^pk_(?:live|test)_/.test(plain);
  return {
    kind: isReference ? 'reference' : isPublic ? 'public' : shape || unknown || byName ? 'secret' : 'ordinary',
    value: new Secret(plain),
    variable: inside?.[1] ?? '',
    provider: shape?.provider ?? '',
    label: shape?.label ?? unknown?.label ?? '',
    name: shape?.name ?? unknown?.name ?? 'New key',
    envVar: inside?.[1] ?? shape?.envVar ?? unknown?.envVar ?? 'API_KEY',
    confidence: shape ? 'shape' : byName ? 'name' : unknown ? 'measure' : 'none',
    why: isReference ? 'It is a reference.' : 'It has a shape.',
    removed: plain === whole ? '' : 'what stood around it',
    odd,
    isRefused: shape !== null && odd.length > 0,
  };
}

export const detector: Detection = {
  detect,
  detectAll: (text, around) => {
    const lines = text.reveal().split('\n');
    const all = lines.every((line) => /^[A-Z_]+=./.test(line)) ? lines.map((line) => detect(new Secret(line), around)) : [];
    return all.length > 1 ? all : [detect(text, around)];
  },
  providerAt: (address) => sortedProviders.find(({ id }) => address.includes(id))?.id ?? '',
  list: () => sortedProviders.map(({ id, name, envVar }) => ({ id, name, envVar })),
};
