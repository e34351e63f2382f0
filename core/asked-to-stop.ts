const SAME_SIGNAL_MS = 500;

/**
 * Runs `stop` at the first SIGINT or SIGTERM; a second one ends the process at once. A group of processes
 * gets a signal together, and a starter passes its own on: what comes so close is the first one again.
 */
export function whenAskedToStop(stop: () => Promise<void>): void {
  let askedAtMs: number | null = null;
  const asked = () => {
    if (askedAtMs === null) {
      askedAtMs = performance.now();
      void stop();
    } else if (performance.now() - askedAtMs > SAME_SIGNAL_MS) process.exit(1);
  };
  process.on("SIGINT", asked);
  process.on("SIGTERM", asked);
}
