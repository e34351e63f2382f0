import { CLIENT_IP_HEADER } from "./client-ip.ts";

/** Where a request came from, as the audit log keeps it. */
export function requestOrigin(
  headers: Headers,
  ip?: string,
): { ipAddress: string | undefined; userAgent: string | undefined } {
  return {
    ipAddress: (ip ?? headers.get(CLIENT_IP_HEADER)) || undefined,
    userAgent: headers.get("user-agent")?.slice(0, 300),
  };
}
