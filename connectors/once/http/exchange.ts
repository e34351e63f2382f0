import { metrics, stopwatch } from "#core/metrics.ts";
import { guardedFetch, LeadsInside } from "../../guarded-fetch.ts";
import { ProviderError } from "../../provider.ts";

export interface Outgoing {
  readonly method: "GET" | "POST" | "PUT";
  /** Without a leading slash, below the base URL. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>> | undefined;
  readonly body?: unknown;
}

export type AnswerHeaders = Pick<Headers, "get">;

export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** Null where it broke off in the middle. */
  readonly text: string | null;
}

/** Errors of a connection that never came about, so that nothing was asked. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*)$/;

/**
 * One request and its answer, whatever that says.
 *
 * @throws ProviderError `busy` when nothing went out, `rejected` when nothing may, else `lost`.
 */
export async function exchange(
  { baseUrl, timeoutMs }: { readonly baseUrl: string; readonly timeoutMs: number },
  { method, path, query, body }: Outgoing,
  authorization: string,
  signal: AbortSignal,
): Promise<Answer> {
  const seconds = stopwatch();
  const count = (outcome: string | number) =>
    metrics().providerCalls.observe({ provider: "once", outcome }, seconds());
  try {
    const response = await guardedFetch(urlOf(baseUrl, path, query), {
      method,
      headers: {
        accept: "application/json",
        authorization,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const { status, headers } = response;
    const text = await response.text().catch(() => null);
    count(status);
    return { status, headers, text };
  } catch (error) {
    const failure = failureOf(error);
    count(failure.kind);
    throw failure;
  }
}

/** Base URLs come with and without a slash at their end. */
function urlOf(baseUrl: string, path: string, query: Outgoing["query"] = {}): string {
  const entries = Object.entries(query).map(([key, value]) => [key, String(value)]);
  const search = entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
  return `${baseUrl.replace(/\/+$/, "")}/${path}${search}`;
}

function failureOf(error: unknown): ProviderError {
  const { cause } = error as { cause?: { code?: unknown } };
  if (cause instanceof LeadsInside) {
    const message =
      "The address of the 1NCE API leads to no public host. Check it in the settings.";
    return new ProviderError("rejected", message, { cause: error });
  }
  const code = String(cause?.code ?? "");
  return NEVER_SENT.test(code)
    ? new ProviderError("busy", "1NCE could not be reached.", { cause: error })
    : new ProviderError("lost", "1NCE did not answer.", { cause: error });
}
