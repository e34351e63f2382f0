const listeners = new Set<() => void>();

/** Shows once more what a newcomer is shown. */
export function askForTour(): void {
  for (const listener of listeners) listener();
}

/** Answers how to listen no longer. */
export function onTourAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
