import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { forgetProcessWide } from "#core/process-state.ts";
import { onceProvider } from "../once-provider.ts";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** `reset` cuts the connection without an answer, `half` in the middle of one; `silence` says nothing. */
export type Reply =
  | "reset"
  | "silence"
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
      readonly half?: string;
    };

type Script = (asked: Asked, nth: number) => Reply | Promise<Reply>;

/** A server that answers as 1NCE does, or as it should not, until the test is over. */
export async function startOnce(script: Script) {
  const asked: Asked[] = [];
  const tokens: Asked[] = [];
  let grant: Script = (_asked, nth) => ({
    json: {
      status_code: 200,
      access_token: `token-${nth}`,
      token_type: "bearer",
      expires_in: 3600,
    },
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const url = new URL(request.url ?? "/", "http://once.test");
    const one: Asked = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: body === "" ? undefined : JSON.parse(body),
    };
    const isToken = url.pathname.endsWith("/oauth/token");
    const seen = isToken ? tokens : asked;
    seen.push(one);
    send(response, await (isToken ? grant : script)(one, seen.length));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/management-api`;
  forgetProcessWide("once-tokens");
  type Options = Partial<Parameters<typeof onceProvider>[0]>;
  return {
    asked,
    tokens,
    baseUrl,
    grants: (next: Script) => {
      grant = next;
    },
    provider: (options: Options = {}) =>
      onceProvider({
        baseUrl,
        clientId: "client",
        clientSecret: "secret",
        account: "once-test",
        timeoutMs: 2_000,
        retryMs: 1,
        orderSettlesMs: 50,
        ...options,
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type OnceServer = Awaited<ReturnType<typeof startOnce>>;

function send(response: ServerResponse, reply: Reply): void {
  if (reply === "silence") return;
  if (reply === "reset") return void response.socket?.destroy();
  const { status = 200, json, text = json === undefined ? "" : JSON.stringify(json), half } = reply;
  const type =
    json === undefined && half === undefined ? {} : { "content-type": "application/json" };
  const headers = { ...type, ...reply.headers };
  if (half === undefined) return void response.writeHead(status, headers).end(text);
  response.writeHead(status, { ...headers, "content-length": String(half.length + 100) });
  response.write(half, () => response.socket?.destroy());
}

/** A SIM as 1NCE lists it. */
export function onceSim(index: number, of: Readonly<Record<string, unknown>> = {}) {
  const iccid = `8988228066${String(index).padStart(9, "0")}`;
  return {
    iccid,
    imsi: "901405100000018",
    imsi_2: "901405100000019",
    current_imsi: "901405100000018",
    msisdn: "882285100000018",
    imei: "3520091118915105",
    imei_lock: false,
    status: "Enabled",
    activation_date: "2018-03-09T07:59:09.000+0000",
    ip_address: `100.100.${Math.floor(index / 250)}.${1 + (index % 250)}`,
    current_quota: 500,
    quota_status: { id: 0, description: "More than 20% available" },
    current_quota_SMS: 250,
    quota_status_SMS: { id: 1, description: "Less than 20% available" },
    label: `device-${index}`,
    ...of,
  };
}

export const NEVER = new AbortController().signal;
