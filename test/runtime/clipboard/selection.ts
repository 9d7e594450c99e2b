/** What a selection offers, by X target name. */
export type Offer = Map<string, Buffer>;

/** One of the two clipboards: CLIPBOARD, or PRIMARY. */
export type Selection = {
  /** Takes it over with all of this at once. */
  own(offer: Offer): Promise<void>;
  /** Leaves it empty, whoever owned it. */
  clear(): void;
  /** Names of the targets that the present owner offers; empty when there is no owner. */
  targets(): Promise<string[]>;
  /** The value in one target, or null when it is not offered. */
  read(target: string): Promise<Buffer | null>;
};

/** A selection in this process only, for machines without a display. */
export function memorySelection(): Selection {
  let offer: Offer = new Map();
  return {
    async own(given) {
      offer = given;
    },
    clear() {
      offer = new Map();
    },
    targets: async () => [...offer.keys()],
    read: async (target) => offer.get(target) ?? null,
  };
}
