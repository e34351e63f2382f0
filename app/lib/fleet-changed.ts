import { useEffect } from "react";

const listeners = new Set<() => void>();

/** Says that rows of the fleet are no longer as they were read. */
export function announceFleetChange(): void {
  for (const listener of listeners) listener();
}

/** For what SWR's own `mutate` does not reach, such as lists that are read a page at a time. */
export function useFleetChange(listener: () => void): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}
