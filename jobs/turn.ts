/**
 * A signal that aborts when `stopping` does or after `turnMs`, and what ends its clock. Without
 * `AbortSignal.timeout` and `any`: in Node 24 a signal of theirs that is only looked at, and not listened to,
 * may lose what it hangs on when memory is cleared, and never aborts.
 */
export function beginTurn(
  stopping: AbortSignal,
  turnMs: number,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const turn = new AbortController();
  const abort = () => turn.abort();
  const clock = setTimeout(abort, turnMs);
  stopping.addEventListener("abort", abort);
  if (stopping.aborted) abort();
  return {
    signal: turn.signal,
    end: () => {
      clearTimeout(clock);
      stopping.removeEventListener("abort", abort);
    },
  };
}
