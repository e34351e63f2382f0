import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { config } from "#core/config.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Data is no page: were a browser led to show it as one, nothing in it would run. */
const POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'";

/** Headers that every response carries. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers["content-security-policy"]; // whoever asks does not choose the nonce
  const policy = request.url?.startsWith("/api/") ? POLICY_OF_DATA : policyOfPage(request);
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "same-origin");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
  if (config().publicUrl?.startsWith("https:")) {
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
}

/** The nonce travels to Next in the request's own copy, which is where Next looks for it. */
function policyOfPage(request: IncomingMessage): string {
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
  request.headers["content-security-policy"] = policy;
  return policy;
}

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = config().environment === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * A request that a cookie signs in and that may change something must come from a page of ours: its
 * Origin is the host it asked for, or `SIMON_URL`. Keys in a header are not sent by a browser on its own.
 */
export function isForeignOrigin(request: IncomingMessage): boolean {
  const { method = "GET", headers } = request;
  if (
    SAFE_METHODS.has(method) ||
    !headers.cookie ||
    headers.authorization ||
    headers["x-api-key"]
  ) {
    return false;
  }
  if (headers.origin === undefined) return headers["sec-fetch-site"] !== "same-origin";
  const { publicUrl } = config();
  if (publicUrl && headers.origin === new URL(publicUrl).origin) return false;
  return hostOf(headers.origin) !== headers.host;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
