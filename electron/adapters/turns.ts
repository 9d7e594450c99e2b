/** For how long, in ms, work may keep windows and tray waiting before it lets others have their turn. */
const sliceMs = 8;

let sliceBegan = 0;
let last: Promise<void> = Promise.resolve();

/**
 * Resolves when the caller may work for a moment: at once while the slice of time under way is not used up, else after
 * whatever else waits in this process had its turn. Callers get it one after the other: what one of them does right after it
 * counts before the next one is let through.
 */
export function takeTurn(): Promise<void> {
  last = last.then(() => (performance.now() - sliceBegan < sliceMs ? undefined : othersTurn()));
  return last;
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      sliceBegan = performance.now();
      resolve();
    });
  });
}
