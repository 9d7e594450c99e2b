/** One provider of API keys as data: how its keys look, what they are called, where they are used. */
export interface Provider {
  /** Lower-case letters, digits and hyphens, as scanners' rules name it: 'openai', 'digitalocean'. */
  readonly id: string;
  readonly name: string;
  /** Env variables that its own libraries and tools read, the usual one first. */
  readonly envVars: readonly string[];
  /** Hosts that belong to it, without `www.`: 'api.openai.com' also stands for what lies under it. */
  readonly hosts: readonly string[];
  /**
   * The page where its keys are made and revoked; '' if unknown. Nothing of the app opens or shows it yet: it is kept for whoever
   * rotates a key, and a window may never name an address itself (invariant 2).
   */
  readonly keysPage: string;
  /** Other words that name it in a variable's or an entry's title, lower-case: ['gh']. Its id and name count anyway. */
  readonly words?: readonly string[];
  /** Variables whose values it publishes, though they have the shape of its keys: one that a page searches with. */
  readonly publicVars?: readonly string[];
  /** Shapes of its keys, most exact first. */
  readonly shapes: readonly Shape[];
}

export interface Shape {
  /** Anchored at both ends, linear (no nested or neighbouring repeats over the same characters). */
  readonly pattern: RegExp;
  /** What kind of key, in words: "OpenAI project key". */
  readonly label: string;
  /** Where it differs from the provider's first. */
  readonly envVar?: string;
  /** A value that providers publish: no secret. */
  readonly isPublic?: true;
  /** So general (hex 32, UUID) that it counts only where name, title or address speak for the provider. */
  readonly needsName?: true;
}
