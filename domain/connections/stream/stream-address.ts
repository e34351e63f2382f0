import { baseUrl } from "#domain/auth/origins.ts";

export const STREAM_PATH = "/api/connectors/once/stream/";

/**
 * Where the provider pushes to. It names the organisation too, so that the connection is looked up inside
 * it and nothing needs to read those of all.
 */
export function streamUrl(organizationId: string, connectionId: string): string {
  return `${baseUrl()}${STREAM_PATH}${organizationId}.${connectionId}`;
}

/** Null for what is no such address. */
export function parseStreamAddress(
  text: string,
): { readonly organizationId: string; readonly connectionId: string } | null {
  const match = /^([\w-]{1,100})\.([0-9a-f-]{36})$/.exec(text);
  const [, organizationId, connectionId] = match ?? [];
  return organizationId && connectionId ? { organizationId, connectionId } : null;
}
