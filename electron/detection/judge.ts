import type { Around, Detected } from '../vault/detection-port.ts';
import { ciphertextLabel } from './ciphertext.ts';
import type { Form } from './form.ts';
import { formOf } from './forms.ts';
import { indexMentions, type Mentions } from './mentions.ts';
import { isPublished, isVariable, type NameSays, nameSays } from './names.ts';
import { couldBeKey, isCommit, isExpression, isPlaceholder, isWordAbout, ordinaryForm } from './ordinary.ts';
import { chooseOwner, type Owner } from './owner.ts';
import type { Provider } from './provider.ts';
import { isPlainlyRandom, isRandom } from './randomness.ts';
import { isReference, isUnknownScheme } from './references.ts';
import { indexShapes, type Shapes } from './shapes.ts';

/** What a value is; where it was found is said elsewhere. */
export type Verdict = Pick<Detected, 'kind' | 'provider' | 'label' | 'name' | 'envVar' | 'confidence' | 'why'>;

export interface Judge {
  /** What the text says by itself: its shape, its form, a reference; null where only its name or a measure could tell. */
  byItself(text: string, around: Around, variable: string): Verdict | null;
  /** By its name or a measure, where it doesn't tell itself. */
  byNames(text: string, around: Around, variable: string): Verdict;
  /** A key of a provider; null for anything else. */
  keyOf(text: string, around: Around): Verdict | null;
  /** Whether the text could be a provider's key, an address or a token by its looks: cheap, to ask of every word. */
  mayTellItself(text: string): boolean;
  readonly mentions: Mentions;
}

const plain = { provider: '', label: '', name: 'New key', envVar: 'API_KEY' };
const isAnybodys = new Set(['JWT', 'PRIVATE_KEY']);
const isAscii = /^[\x20-\x7e]*$/;
const passwordLeast = 4;
const keyLeast = 6;
/** On the clipboard only the text speaks. */
const clipboardLeast = 32;
const sureLeast = 20;

export function createJudge(catalogue: readonly Provider[]): Judge {
  const shapes: Shapes = indexShapes(catalogue);
  const mentions = indexMentions(catalogue);
  const byId = new Map(catalogue.map((provider) => [provider.id, provider]));

  const ordinary = (why: string, label = ''): Verdict => ({
    ...plain,
    label,
    kind: 'ordinary',
    confidence: 'none',
    why,
  });

  function ofOwner(owner: Owner, text: string, around: Around, variable: string): Verdict {
    const { provider, label, name, envVar } = owner;
    const base = { provider, label, name, envVar, confidence: 'shape' as const };
    if (isPlaceholder(text)) return ordinary('It is a placeholder from an example.');
    if (owner.isPublic) return { ...base, kind: 'public', why: `It is made to be published: ${label}.` };
    // Browser keys of Google have the shape of all others.
    const said = [around.name ?? '', variable];
    if (said.some((one) => isPublished(one)) && owner.isGeneral)
      return { ...base, kind: 'public', why: 'Its name says that it is published.' };
    if (mentions.isPublicVariable(owner.provider, said))
      return { ...base, kind: 'public', why: `${name} publishes what has this name.` };
    if (text.startsWith('AIza') && said.some((one) => isPublished(one) || /firebase/i.test(one))) {
      return { ...base, kind: 'public', why: 'A Google key under a name that is published.' };
    }
    return { ...base, kind: 'secret', why: `It has the shape of a ${label}.` };
  }

  function ownerOf(text: string, around: Around, variable: string): Owner | null {
    const matches = shapes.find(text);
    return matches.length === 0 ? null : chooseOwner(matches, mentions.levels(around, variable));
  }

  function byItself(text: string, around: Around, variable: string): Verdict | null {
    if (text === '') return ordinary('It is empty.');
    const ciphertext = ciphertextLabel(text);
    if (ciphertext !== '')
      return {
        ...plain,
        label: ciphertext,
        kind: 'ciphertext',
        confidence: 'shape',
        why: 'It is encrypted: not the key itself.',
      };
    if (isReference(text))
      return {
        ...plain,
        label: 'Reference',
        kind: 'reference',
        confidence: 'shape',
        why: 'It says where the value is kept: not the key itself.',
      };
    const form = formOf(text);
    if (form?.kind === 'public') return ofForm(form, around, variable);
    const owner = ownerOf(text, around, variable);
    if (owner !== null && (owner.provider !== '' || form === null)) return ofOwner(owner, text, around, variable);
    return form === null ? null : ofForm(form, around, variable);
  }

  function ofForm({ kind, label, name, envVar, provider = '' }: Form, around: Around, variable: string): Verdict {
    const isOpen = envVar === 'JWT' && [around.name ?? '', variable].some((one) => nameSays(one) === 'public');
    // Tokens and private keys look the same whoever issued them.
    const issuer = isAnybodys.has(envVar) ? (byName({ name: around.name ?? '' }, variable)?.id ?? '') : '';
    return {
      kind: kind === 'secret' && isOpen ? 'public' : kind,
      provider: byId.has(provider) ? provider : issuer,
      label,
      name,
      envVar,
      confidence: 'shape',
      why: `By its form: ${label}.`,
    };
  }

  /** The provider that the names around speak for. */
  function byName(around: Around, variable: string): Provider | undefined {
    const [level = []] = mentions.levels(around, variable);
    return level.length === 1 ? level[0] : undefined;
  }

  function named(around: Around, variable: string, confidence: 'name' | 'measure', why: string): Verdict {
    const provider = byName(around, variable);
    if (provider === undefined)
      return { ...plain, label: 'Key of an unknown provider', kind: 'secret', confidence, why };
    const { id, name, envVars } = provider;
    return {
      kind: 'secret',
      provider: id,
      label: `${name} key`,
      name,
      envVar: envVars[0] ?? 'API_KEY',
      confidence,
      why,
    };
  }

  function byNames(text: string, around: Around, variable: string): Verdict {
    const says = saysOf(around, variable);
    const isSecretName = says === 'secret' || says === 'password';
    if (isPlaceholder(text)) return ordinary('It is a placeholder.');
    if (says === 'public')
      return {
        ...plain,
        label: 'Public value',
        kind: 'public',
        confidence: 'name',
        why: 'Its name says that it is published.',
      };
    if (isSecretName && isUnknownScheme(text)) {
      return {
        ...plain,
        label: 'Reference',
        kind: 'reference',
        confidence: 'name',
        why: 'It says where the value is kept.',
      };
    }
    if (isFromProgram(text, around)) return ordinary('It is a word or an expression of a program.');
    const form = ordinaryForm(text);
    if (says === 'password' && form !== 'a switch' && text.length >= passwordLeast)
      return named(around, variable, 'name', 'Its name says that it is a password.');
    if (form !== '' && !(says === 'secret' && couldBeKey(form))) return ordinary(`It is ${form}.`);
    if (says === 'secret' && isEverydayOnly(around, variable) && !isUnlikeWords(text))
      return ordinary('Nothing but an everyday word says that it is a secret.');
    if (says === 'secret' && text.length >= keyLeast)
      return named(around, variable, 'name', 'Its name says that it is a secret.');
    if (says === 'id') return ordinary('Its name says that it is no secret.');
    if (/\s/.test(text)) return ordinary('It is several words.');
    if (isCommit(text)) return ordinary('It is as long as the hash of a commit.');
    if (looksLikeKey(text, says)) return named(around, variable, 'measure', 'It looks random, as keys do.');
    return ordinary('Nothing says that it is a secret.');
  }

  function keyOf(text: string, around: Around): Verdict | null {
    const owner = ownerOf(text, around, '');
    return owner === null || owner.provider === '' ? null : ofOwner(owner, text, around, '');
  }

  // Odd characters hide how it begins.
  const mayTellItself = (text: string): boolean =>
    shapes.mayBegin(text) || text.startsWith('eyJ') || text.includes('://') || !isAscii.test(text);

  return { byItself, byNames, keyOf, mayTellItself, mentions };
}

/** Only on the clipboard: what a file holds under a name is its value. */
function isFromProgram(text: string, { from }: Around): boolean {
  return from === 'clipboard' && (isExpression(text) || isWordAbout(text.replace(/[;,.!?]$/, '')));
}

/** "Key: C major": such a word alone, in a text that somebody copied, says little. */
function isEverydayOnly({ name = '', from }: Around, variable: string): boolean {
  return (
    from === 'clipboard' &&
    /^(?:the |my |set-)?(?:keys?|auth|cookies?|sig|signature|seed|salt|authorization)$/i.test(variable || name)
  );
}

const isUnlikeWords = (text: string): boolean =>
  isRandom(text) || (text.length >= 8 && /\d/.test(text) && !/\s/.test(text));

/** By a measure alone. A name that half says so counts like twelve characters more. */
function looksLikeKey(text: string, says: NameSays): boolean {
  if (text.length >= (says === 'perhaps' ? sureLeast : clipboardLeast)) return isRandom(text);
  return text.length >= sureLeast && isPlainlyRandom(text);
}

/** What the names around say; the text's own name before that of the place that it was found in. */
function saysOf({ name = '', title = '' }: Around, variable: string): NameSays {
  for (const one of [variable, name]) {
    const says = nameSays(one);
    if (says !== 'nothing') return says;
  }
  const says = name === '' && variable === '' && isTitleOfKey(title) ? nameSays(title) : 'nothing';
  return says === 'secret' || says === 'password' ? says : 'nothing';
}

const isTitleOfKey = (title: string): boolean => title.length <= 80 || isVariable(title);
