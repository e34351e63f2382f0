"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Scope } from "#core/actor.ts";

const Scopes = createContext<readonly Scope[]>([]);

/** What the signed-in person may do, so that pages offer nothing else. The server checks again. */
export function ViewerScopes({
  scopes,
  children,
}: {
  scopes: readonly Scope[];
  children: ReactNode;
}) {
  return <Scopes value={scopes}>{children}</Scopes>;
}

export function useScopes(): readonly Scope[] {
  return useContext(Scopes);
}

export function useMay(scope: Scope): boolean {
  return useScopes().includes(scope);
}
