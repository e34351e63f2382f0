import { z } from "zod";

/** Of known programs whose scheme is no reversed domain name, which the library asks for; PKCE guards the code. */
const KNOWN_REDIRECTS: ReadonlySet<string> = new Set([
  "cursor://anysphere.cursor-mcp/oauth/callback",
]);
/** Stands in for those until the client is there: the library wants one that it takes. */
const STAND_IN = "http://127.0.0.1/";

const Asked = z.looseObject({
  redirect_uris: z.array(z.string().max(2_000)).min(1).max(20),
  grant_types: z.array(z.string()).optional(),
  application_type: z.string().optional(),
  client_name: z.string().max(200).optional(),
});

const GRANTS = ["authorization_code", "refresh_token"];

export interface Registration {
  /** What the library is asked to register. */
  readonly body: Readonly<Record<string, unknown>>;
  /** All redirect addresses of the client, where the library was not shown all of them. */
  readonly redirectUris: readonly string[] | null;
}

/**
 * What a client asks to be registered with, made so that the library takes it where it is harmless: left-out
 * grants and the kind of program are filled in, and scopes and grants that are not given here are left out,
 * which RFC 7591 allows. Null for what is no registration at all.
 */
export function registrationOf(data: unknown): Registration | null {
  const parsed = Asked.safeParse(data);
  if (!parsed.success) return null;
  const { scope: _scope, resources: _resources, ...asked } = parsed.data;
  const shown = asked.redirect_uris.filter((uri) => !KNOWN_REDIRECTS.has(uri));
  const hasKnown = shown.length < asked.redirect_uris.length;
  const grants = GRANTS.filter((grant) => asked.grant_types?.includes(grant) ?? true);
  return {
    body: {
      ...asked,
      redirect_uris: shown.length > 0 ? shown : [STAND_IN],
      grant_types: grants.length > 0 ? grants : GRANTS,
      response_types: ["code"],
      application_type: isWeb(shown) && !hasKnown ? (asked.application_type ?? "web") : "native",
    },
    redirectUris: hasKnown ? asked.redirect_uris : null,
  };
}

function isWeb(redirectUris: readonly string[]): boolean {
  return redirectUris.every((uri) => uri.startsWith("https://"));
}
