import { config } from "#core/config.ts";
import { baseUrl } from "../origins.ts";

const MCP_PATH = "/api/mcp";
const AUTH_PATH = "/api/auth";

/** Under which name the sign-in library signs tokens. */
export function issuer(): string {
  return `${baseUrl()}${AUTH_PATH}`;
}

/** Tokens travel, so plain http is good enough only on this machine. */
function isSafe(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

/** Whether programs can be let in by OAuth here; where not, an API key still works. */
export function isOAuthOpen(): boolean {
  return isSafe(baseUrl());
}

/** The addresses of the MCP endpoint, each of which may be what a token is for. */
export function mcpResources(): string[] {
  const { port } = config();
  const origins = [
    new URL(baseUrl()).origin,
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
  ];
  return [...new Set(origins)].filter(isSafe).map((origin) => `${origin}${MCP_PATH}`);
}

/** The address of the MCP endpoint by which a request came, as far as we know it; else our own. */
export function mcpResourceAt(host: string | null): string {
  const [own = ""] = mcpResources();
  return mcpResources().find((resource) => new URL(resource).host === host) ?? own;
}

/** Where a client reads which authorization server the endpoint at `host` trusts: RFC 9728. */
export function resourceMetadataUrl(host: string | null): string {
  const { origin, pathname } = new URL(mcpResourceAt(host));
  return `${origin}/.well-known/oauth-protected-resource${pathname}`;
}

/** The address to give a client, also where only an API key gets in. */
export function mcpAddressAt(host: string | null): string {
  return isOAuthOpen() ? mcpResourceAt(host) : `${baseUrl()}${MCP_PATH}`;
}
