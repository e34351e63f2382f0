"use client";

import { createContext, useContext } from "react";

/** True around a conversation that belongs to somebody else: nothing can be asked or changed there. */
export const ReadOnly = createContext(false);

export function useIsReadOnly(): boolean {
  return useContext(ReadOnly);
}
