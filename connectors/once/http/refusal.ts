import { wallNow } from "#core/clock.ts";
import { ProviderError } from "../../provider.ts";
import type { Answer, AnswerHeaders } from "./exchange.ts";

const UNSAID_REST_MS = 1_000;
const MAX_REST_MS = 10 * 60_000;

const SENTENCES: Readonly<Record<number, string>> = {
  400: "1NCE refused this as not valid.",
  401: "1NCE does not accept the credentials of this connection.",
  403: "1NCE does not allow this with the credentials of this connection. They need the role API user: those of an owner get a token, and may do nothing.",
  404: "1NCE does not know this SIM.",
  409: "1NCE refused this, since it collides with something else about the SIM.",
  422: "1NCE refused this, since the SIM has expired. It can only be extended, in the 1NCE portal.",
};

/** What an answer says instead of yes; null for a yes. */
export function refusalOf(answer: Answer): ProviderError | null {
  const { status } = answer;
  const cause = new Error(`HTTP ${status} ${textOf(answer)}`);
  if (status === 429) return busy(answer, cause);
  if (isPage(answer)) {
    return new ProviderError("lost", "1NCE answered with a web page instead of data.", { cause });
  }
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) {
    const message = "The address of the 1NCE API leads elsewhere. Check it in the settings.";
    return new ProviderError("rejected", message, { cause });
  }
  if (status >= 500 || status === 408) {
    return new ProviderError("lost", `1NCE answered with an error (${status}).`, { cause });
  }
  const message = SENTENCES[status] ?? `1NCE refused this (${status}).`;
  return new ProviderError("rejected", message, { cause });
}

/** Of a gateway on the way, or of another site altogether: it says nothing about what was asked. */
function isPage({ headers, text }: Answer): boolean {
  return (
    (headers.get("content-type") ?? "").includes("text/html") ||
    /^\s*<(!doctype|html)/i.test(text ?? "")
  );
}

function busy({ headers }: Answer, cause: Error): ProviderError {
  const retryAfterMs = Math.min(MAX_REST_MS, restMsOf(headers) ?? UNSAID_REST_MS);
  return new ProviderError("busy", "1NCE takes no more calls at the moment.", {
    cause,
    retryAfterMs,
  });
}

/** Seconds, or a moment by the clock of whoever answered. */
function restMsOf(headers: AnswerHeaders): number | null {
  const text = headers.get("retry-after")?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const until = Date.parse(text);
  return Number.isNaN(until) ? null : Math.max(0, until - theirNow(headers).getTime());
}

/** What their clock shows, as far as they say. */
export function theirNow(headers: AnswerHeaders): Date {
  const said = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(said) ? wallNow() : new Date(said);
}

/** The words of any of the three shapes of errors, for the log. */
function textOf({ text }: Answer): string {
  try {
    const body: unknown = JSON.parse(text ?? "");
    const { errorCode, error_token, message } = body as Record<string, unknown>;
    return [errorCode, error_token, message]
      .filter((part) => typeof part === "string")
      .join(": ")
      .slice(0, 200);
  } catch {
    return (text ?? "").slice(0, 200);
  }
}
