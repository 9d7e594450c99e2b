/** Does what it is given one after the other, however the one before ended. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    // Whoever asked hears of its failure; what it gave is kept for nobody else.
    last = done.then(
      () => {},
      () => {},
    );
    return done;
  };
}
