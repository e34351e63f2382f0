const HOME = "/chat";

/**
 * Where to go after signing in: a path of ours, and nothing that a browser would read as another site
 * (`//evil.example`, `/\evil.example`) or as an endless circle.
 */
export function safeNextPath(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return HOME;
  const url = new URL(next, "http://here.invalid");
  if (url.origin !== "http://here.invalid" || url.pathname.startsWith("/sign-in")) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}
