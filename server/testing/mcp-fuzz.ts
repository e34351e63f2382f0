import type { Tool as McpTool } from "@modelcontextprotocol/client";

export interface FuzzRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

export type Random = () => number;

/** Mulberry32: the same figures for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HOSTILE: readonly unknown[] = [
  ...["", " ", "\u0000", "\ud800", "💥".repeat(50), "x".repeat(20_000), "../../etc/passwd"],
  ...["'; drop table store.sims; --", "' or 1=1 --", "<%= 7 %>", "%00", "{{constructor}}", "NaN"],
  ...["8988280666000000027", "sim://x", "file:///etc/passwd", "__proto__", "\u202e"],
  ...[null, true, 0, -1, 1.5, 1e308, -(2 ** 63), 2 ** 53, [], {}, [[[[]]]], { __proto__: 1 }],
  ...[{ $ref: "#" }, { toString: 1 }, Array.from({ length: 500 }, () => "1")],
];
const METHODS = [
  ...["tools/list", "tools/call", "resources/read", "resources/list", "prompts/get"],
  ...["completion/complete", "initialize", "ping", "server/discover", "logging/setLevel"],
  ...[
    "tasks/get",
    "subscriptions/listen",
    "rpc.discover",
    "__proto__",
    "",
    "notifications/cancelled",
  ],
];
const VERSIONS = ["2026-07-28", "2025-11-25", "2025-06-18", "2024-11-05", "1999-01-01", "\u00e9"];

/** What fuzzing sends: from almost right to not HTTP's idea of MCP at all. */
export function fuzzRequest(
  random: Random,
  tools: readonly McpTool[],
  authorization: string,
): FuzzRequest {
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const method = random() < 0.6 ? "tools/call" : pick(METHODS);
  const tool = pick(tools);
  const name = random() < 0.9 ? tool.name : pick(HOSTILE);
  const isModern = random() < 0.5;
  const params =
    method === "tools/call"
      ? { name, arguments: random() < 0.95 ? hostileInput(tool) : pick(HOSTILE) }
      : random() < 0.7
        ? { uri: pick(HOSTILE), name: pick(HOSTILE), ref: pick(HOSTILE), argument: pick(HOSTILE) }
        : pick(HOSTILE);
  const meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": { name: "fuzz", version: "1" },
    ...(random() < 0.1 && { progressToken: pick(HOSTILE) }),
  };
  const withMeta =
    isModern && typeof params === "object" && params !== null ? { ...params, _meta: meta } : params;
  const id = random() < 0.9 ? 1 : pick(HOSTILE);
  const message = {
    jsonrpc: random() < 0.97 ? "2.0" : pick(HOSTILE),
    id,
    method,
    params: withMeta,
  };
  return {
    method: random() < 0.97 ? "POST" : pick(["GET", "DELETE", "PUT", "PATCH", "OPTIONS"]),
    headers: {
      authorization,
      accept:
        random() < 0.95 ? "application/json, text/event-stream" : pick(["", "*/*", "text/html"]),
      "content-type": random() < 0.95 ? "application/json" : pick(["text/plain", "", "a/b;c=d"]),
      ...(isModern && {
        "mcp-protocol-version": random() < 0.95 ? "2026-07-28" : pick(["1", "2025-11-25", "x"]),
        "mcp-method": random() < 0.95 ? method : "x",
        "mcp-name": headerOf(name),
      }),
      ...(!isModern && random() < 0.3 && { "mcp-protocol-version": pick(VERSIONS.slice(0, 5)) }),
      ...(random() < 0.05 && { "mcp-session-id": "1", "last-event-id": "1" }),
    },
    body: broken(random() < 0.03 ? JSON.stringify([message, message]) : JSON.stringify(message)),
  };

  /** Some fields right, some hostile, some that are not there. */
  function hostileInput({ inputSchema }: McpTool): object {
    const properties = Object.entries(inputSchema.properties ?? {}) as [string, Schema][];
    const fields = properties
      .filter(() => random() < 0.7)
      .map(([field, schema]) => [field, random() < 0.5 ? fitting(schema) : pick(HOSTILE)]);
    return Object.fromEntries(random() < 0.1 ? [...fields, ["extra", pick(HOSTILE)]] : fields);
  }

  function fitting(schema: Schema): unknown {
    if (schema.enum) return pick(schema.enum);
    if (schema.type === "array") return [fitting(schema.items ?? {})];
    if (schema.type === "integer" || schema.type === "number") return Math.floor(random() * 100);
    if (schema.type === "object")
      return { from: "sims", columns: [pick(HOSTILE)], where: pick(HOSTILE) };
    return random() < 0.5 ? "8988280666000000019" : pick(HOSTILE);
  }

  function broken(body: string): string {
    if (random() < 0.93) return body;
    const at = Math.floor(random() * body.length);
    return pick([
      body.slice(0, at),
      `${body.slice(0, at)}\u0000${body.slice(at)}`,
      "",
      "null",
      "[]",
      `${body}}`,
    ]);
  }
}

function headerOf(name: unknown): string {
  const text = typeof name === "string" ? name : JSON.stringify(name);
  return encodeURIComponent(text.toWellFormed()).slice(0, 200);
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
}
