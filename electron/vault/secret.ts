/**
 * A key's value on its way between keychain, clipboard and file. It gives itself away only when asked by name:
 * JSON, string conversion, inspection and structured clone show or carry nothing (invariant 1).
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value itself. Each call is a place to look at in a review. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}
