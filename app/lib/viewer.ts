import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor } from "#core/actor.ts";
import { Unauthenticated } from "#core/errors.ts";
import { actorOfRequest } from "#domain/auth/actor-of.ts";

/** Set by server/ on every page request, since a layout does not know its path. */
const PATH_HEADER = "x-simon-path";

function pathIn(requestHeaders: Headers): string {
  const url = new URL(requestHeaders.get(PATH_HEADER) ?? "/chat", "http://here");
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}

/** Who is signed in; sends everybody else to sign in and back here. */
export async function requireViewer(): Promise<Actor> {
  const requestHeaders = await headers();
  try {
    return await actorOfRequest(requestHeaders);
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
    redirect(`/sign-in?next=${encodeURIComponent(pathIn(requestHeaders))}`);
  }
}
