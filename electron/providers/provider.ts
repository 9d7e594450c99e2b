/** One provider of API keys: how its keys look and where they are used. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** The env var that its own libraries read. */
  readonly envVar: string;
  /** Shapes of its keys, most exact first. */
  readonly shapes: readonly Shape[];
}

export interface Shape {
  readonly pattern: RegExp;
  /** What kind of key, in words. */
  readonly label: string;
  /** Where it differs from the provider's. */
  readonly envVar?: string;
}
