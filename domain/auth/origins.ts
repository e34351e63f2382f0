import { config } from "#core/config.ts";
import { Forbidden } from "#core/errors.ts";

/** The address that cookies are made for. */
export function baseUrl(): string {
  return config().publicUrl ?? `http://127.0.0.1:${config().port}`;
}

/** The origins that a request with a cookie may come from: our addresses, and the one it asked for. */
export function trustedOrigins(headers?: Headers): string[] {
  const { publicUrl, port } = config();
  const host = headers?.get("host");
  return [
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    ...(publicUrl ? [new URL(publicUrl).origin] : []),
    ...(host ? [`http://${host}`, `https://${host}`] : []),
  ];
}

/**
 * Guards a request that may change something against other sites: what a browser sends from a page must
 * come from a page of ours, and what carries our cookie must say where it comes from.
 *
 * @throws Forbidden
 */
export function requireOwnOrigin(method: string, headers: Headers): void {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return;
  const origin = headers.get("origin");
  if (origin === null && !headers.has("cookie")) return;
  if (origin !== null && trustedOrigins(headers).includes(origin)) return;
  throw new Forbidden("This request came from another site, so it was refused.");
}
