import type { Emulator } from "../emulator.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the body is empty or no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
  readonly json: any;
}

export type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>;

/** Calls with a token that is fetched once; nothing is tried again. */
export async function clientFor(emulator: Emulator, client = emulator.clients[0]): Promise<Ask> {
  const token = (await askToken(emulator, client)).json.access_token as string;
  return (method, path, body) =>
    ask(`${emulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

export function askToken(
  emulator: Emulator,
  client = emulator.clients[0],
  init: RequestInit = {},
): Promise<Reply> {
  const basic = Buffer.from(`${client?.id}:${client?.secret}`).toString("base64");
  return ask(`${emulator.url}/oauth/token`, {
    method: "POST",
    body: JSON.stringify({ grant_type: "client_credentials" }),
    ...init,
    headers: {
      authorization: `Basic ${basic}`,
      "content-type": "application/json",
      ...(init.headers as Record<string, string> | undefined),
    },
  });
}

export async function ask(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
