import { oauthProvider } from "@better-auth/oauth-provider";
import type { BetterAuthPlugin } from "better-auth";
import { APIError } from "better-auth/api";
import { jwt } from "better-auth/plugins/jwt";
import { findMembership } from "../memberships.ts";
import { issuer } from "./addresses.ts";
import { clientDocuments } from "./client-documents.ts";
import { consentOrganization } from "./consent-organization.ts";
import { GRANTABLE, LASTING } from "./grantable-scopes.ts";

/** Where the person decides; who is not signed in is led through sign-in and back by the page itself. */
export const CONSENT_PAGE = "/oauth/consent";

/** The claim with which a token says for which organisation it is. */
const ORGANIZATION_CLAIM = "organization_id";

const ACCESS_SECONDS = 3600;
const REFRESH_SECONDS = 30 * 24 * 3600;
/** A client that lost the answer of a refresh may ask once more. */
const REFRESH_AGAIN_SECONDS = 30;

/** Of our own, on the library's table of consents. */
const connectionFields = {
  id: "simon-connections",
  schema: {
    oauthConsent: {
      fields: {
        lastUsedAt: { type: "date", required: false },
        trustedAt: { type: "date", required: false },
      },
    },
  },
} satisfies BetterAuthPlugin;

/** The authorization server for MCP clients. Which of its paths are open: `server/oauth.ts`. */
export function oauthPlugins() {
  return [
    jwt({ jwt: { issuer: issuer() }, disableSettingJwtHeader: true }),
    oauthProvider({
      loginPage: CONSENT_PAGE,
      consentPage: CONSENT_PAGE,
      scopes: [...GRANTABLE, LASTING],
      grantTypes: ["authorization_code", "refresh_token"],
      allowDynamicClientRegistration: true,
      allowUnauthenticatedClientRegistration: true,
      accessTokenExpiresIn: ACCESS_SECONDS,
      refreshTokenExpiresIn: REFRESH_SECONDS,
      refreshTokenReuseInterval: REFRESH_AGAIN_SECONDS,
      // There is one resource, under the addresses that lead to it: `resources.ts` keeps them.
      enforcePerClientResources: false,
      rateLimit: {
        register: { window: 60, max: 20 },
        token: { window: 60, max: 120 },
        authorize: { window: 60, max: 60 },
        revoke: { window: 60, max: 60 },
      },
      extensions: [{ clientDiscovery: clientDocuments() }],
      postLogin: {
        page: CONSENT_PAGE,
        shouldRedirect: () => false,
        consentReferenceId: () => consentOrganization(),
      },
      customAccessTokenClaims: async ({ user, referenceId }) => {
        await requireMember(user?.id, referenceId);
        return { [ORGANIZATION_CLAIM]: referenceId };
      },
    }),
    connectionFields,
  ];
}

/** No token for an organisation that the person has left, nor for none. */
async function requireMember(userId: string | undefined, organizationId: string | undefined) {
  const membership = userId && organizationId && (await findMembership(userId, organizationId));
  if (membership && membership.organizationId === organizationId) return;
  throw new APIError("BAD_REQUEST", {
    error: "invalid_grant",
    error_description: "The person is no member of this organisation any more.",
  });
}
