import { issuer, mcpResourceAt } from "./addresses.ts";
import { GRANTABLE, LASTING } from "./grantable-scopes.ts";

/** RFC 9728: what the MCP endpoint is, and who gives tokens for it. `scopes` is what a client first asks for. */
export function protectedResourceMetadata(host: string | null, scopes: readonly string[]) {
  return {
    resource: mcpResourceAt(host),
    authorization_servers: [issuer()],
    bearer_methods_supported: ["header"],
    scopes_supported: [...scopes],
    resource_name: "Simon",
  };
}

/** RFC 8414, less what the library could but which is not open here. */
export function authorizationServerMetadata() {
  const base = issuer();
  return {
    issuer: base,
    authorization_endpoint: `${base}/oauth2/authorize`,
    token_endpoint: `${base}/oauth2/token`,
    registration_endpoint: `${base}/oauth2/register`,
    revocation_endpoint: `${base}/oauth2/revoke`,
    scopes_supported: [...GRANTABLE, LASTING],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    token_endpoint_auth_methods_supported: ["none", "client_secret_basic", "client_secret_post"],
    revocation_endpoint_auth_methods_supported: [
      "none",
      "client_secret_basic",
      "client_secret_post",
    ],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
  };
}
