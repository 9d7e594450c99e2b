/** In ms: so long what comes in holds up everything else at a time, and at most one chunk longer. */
const turnMs = 5;

/**
 * Reads a socket's chunks with others' turns in between: anybody may send as much as the bus carries, and Node hands over one
 * chunk after the other as long as more is there.
 */
export function inTurns(
  socket: { pause(): unknown; resume(): unknown },
  read: (chunk: Buffer) => void,
): (chunk: Buffer) => void {
  let spentMs = 0;
  let isTurnEnding = false;
  return (chunk) => {
    const began = performance.now();
    read(chunk);
    spentMs += performance.now() - began;
    if (spentMs > turnMs) socket.pause();
    if (isTurnEnding) return;
    isTurnEnding = true;
    setImmediate(() => {
      isTurnEnding = false;
      spentMs = 0;
      socket.resume();
    });
  };
}
