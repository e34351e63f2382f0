import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page is the reader's: on the server, and where its HTML is taken over, nothing of theirs is known. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
