import { EnvFileError } from './errors.ts';
import { listOf, type NameGroup } from './name-lists.ts';
import { buildNames } from './names-build.ts';
import { cloudNames } from './names-cloud.ts';
import { commandNames } from './names-commands.ts';
import { desktopNames } from './names-desktop.ts';
import { interpreterNames } from './names-interpreters.ts';
import { javascriptNames } from './names-javascript.ts';
import { jvmAndDotnetNames } from './names-jvm-dotnet.ts';
import { loaderNames } from './names-loader.ts';
import { networkNames } from './names-network.ts';
import { isPublicName } from './names-public.ts';
import { pythonNames } from './names-python.ts';
import { isOwnName, isUnrelatedName, wordsOf } from './names-secret.ts';
import { serverNames } from './names-servers.ts';
import { shellNames } from './names-shell.ts';
import { systemNames } from './names-system.ts';
import { versionControlNames } from './names-version-control.ts';
import type { NameReason } from './reasons.ts';

export type NameVerdict =
  | { readonly kind: 'free' }
  /**
   * The person is asked. `ordinary`: its name does not say that it is a secret. `steering`: it sits under a pattern of
   * names that steer programs, or tells a program which server to talk to. `public`: a build tool publishes it to
   * everybody.
   */
  | { readonly kind: 'asked'; readonly why: 'ordinary' | 'steering' | 'public' }
  /** Never written. */
  | { readonly kind: 'refused'; readonly reason: NameReason };

const VALID = /^[A-Za-z_][A-Za-z0-9_]{0,119}$/;

/** Under a pattern that refuses, a name that ends so is asked for: it can be a secret of the same program. */
const SECRET_END = /_(?:TOKEN|KEY|SECRET|PASSWORD)$/;

const groups: readonly NameGroup[] = [
  ...loaderNames,
  ...shellNames,
  ...systemNames,
  ...pythonNames,
  ...interpreterNames,
  ...javascriptNames,
  ...jvmAndDotnetNames,
  ...buildNames,
  ...versionControlNames,
  ...networkNames,
  ...cloudNames,
  ...desktopNames,
  ...commandNames,
  ...serverNames,
];

const refusedInFull = listOf(groups, 'refused', 'full');
const refusedByPattern = listOf(groups, 'refused', 'patterns');
const sealed = listOf(groups, 'sealed');
const exceptions = listOf(groups, 'except');
const steering = listOf(groups, 'asked');

const FREE: NameVerdict = { kind: 'free' };
const STEERING: NameVerdict = { kind: 'asked', why: 'steering' };
const PUBLIC: NameVerdict = { kind: 'asked', why: 'public' };
const ORDINARY: NameVerdict = { kind: 'asked', why: 'ordinary' };

/** Whether an environment variable can have this name: at most 120 letters, digits and `_`, not a digit first. */
export function isName(name: string): boolean {
  return VALID.test(name);
}

/**
 * Whether Clavis writes a variable of this name: freely, after asking the person, or never. A name that says that it is
 * a secret is free, one that is known to steer programs is refused, any other is asked for. Names are compared without
 * regard to case, as Windows does.
 */
export function judgeName(name: string): NameVerdict {
  if (!isName(name)) return { kind: 'refused', reason: 'READ_BY_NONE' };
  const upper = name.toUpperCase();
  const always = refusedInFull(upper) ?? sealed(upper);
  if (always !== null) return { kind: 'refused', reason: always };
  if (isOwnName(upper)) return FREE;
  const isExcepted = exceptions(upper) !== null;
  const pattern = isExcepted || isUnrelatedName(upper) ? null : refusedByPattern(upper);
  if (pattern !== null && !SECRET_END.test(upper)) return { kind: 'refused', reason: pattern };
  if (isPublicName(upper)) return PUBLIC;
  if (isExcepted || pattern !== null) return STEERING;
  const says = wordsOf(upper);
  if (says === 'secret') return FREE;
  return says === 'switch' || steering(upper) !== null ? STEERING : ORDINARY;
}

/** Why Clavis never writes a variable of this name, or null if it may. */
export function refusedName(name: string): NameReason | null {
  const verdict = judgeName(name);
  return verdict.kind === 'refused' ? verdict.reason : null;
}

/**
 * Throws `BAD_NAME` unless every reader takes `name` for a variable, and `REFUSED_NAME` where {@link refusedName} has
 * a reason.
 */
export function checkName(name: string): void {
  if (!isName(name)) throw new EnvFileError({ code: 'BAD_NAME', facts: { name } });
  const reason = refusedName(name);
  if (reason !== null) throw new EnvFileError({ code: 'REFUSED_NAME', facts: { name, nameReason: reason } });
}
