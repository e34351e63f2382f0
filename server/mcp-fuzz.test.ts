// A thousand requests that nobody should send: each is answered, none tells what is not the caller's.
import { afterAll, beforeAll, expect, it } from "vitest";
import { SCOPES, systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { createSim } from "#domain/sims/testing.ts";
import { fastKey, startMcp } from "./testing/mcp.ts";
import { type FuzzRequest, fuzzRequest, seeded } from "./testing/mcp-fuzz.ts";

const REQUESTS = 1_000;
const SEED = 20_261_129;
const AT_ONCE = 8;
const OURS = "8988280666000000019";
const THEIRS = "8988280666000000027";
const SECRET = "Zweithaus Quarzfeld";
/** Statements, code, files, the database's own words and the other organisation's. */
const LEAK =
  /Zweithaus|select .+ from store|insert into|pg_catalog|relation "|syntax error at|\.(ts|mjs|js):\d|node_modules|\/(work|tmp|home)\/|ECONN|(Zod|Type|Range|Reference)Error|Cannot read|is not a function|"code":\s*\\"/;

let mcp: Awaited<ReturnType<typeof startMcp>>;
let key: string;
let owner: Awaited<ReturnType<typeof newMember>>;

beforeAll(async () => {
  const [ours, theirs] = await Promise.all([newOrganization(), newOrganization()]);
  owner = await newMember(ours, "owner");
  const plain = { status: "active", tags: [] } as const;
  await createSim(systemActor(ours), { iccid: OURS, label: "meter-1", ...plain }, new Date());
  const hidden = { iccid: THEIRS, label: SECRET, customer: SECRET, ...plain };
  await createSim(systemActor(theirs), hidden, new Date());
  key = await fastKey(owner, SCOPES);
  mcp = await startMcp();
});
afterAll(() => mcp.stop());

it("each of a thousand odd requests gets a sentence or an answer, and nothing that is not theirs", async () => {
  const client = await mcp.connect(key, { search: "?tools=all" });
  const { tools } = await client.listTools();
  const random = seeded(SEED);
  const requests = Array.from({ length: REQUESTS }, () =>
    fuzzRequest(random, tools, `Bearer ${key}`),
  );
  const said = new Set<string>();
  const problems: string[] = [];
  const queue = requests.entries();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (const [index, request] of queue) {
      const problem = await problemWith(request, said);
      if (problem) problems.push(`${index}: ${problem}\n  ${request.body?.slice(0, 300)}`);
    }
  });
  await Promise.all(workers);
  expect(problems).toEqual([]);
  expect([...said]).toEqual(expect.arrayContaining(["result", "tool error", "protocol error"]));
  const sim = await client.callTool({ name: "get_sim", arguments: { iccid: OURS } });
  expect(sim.structuredContent).toMatchObject({ label: "meter-1" });
  const [row] = await asActor(owner, (sql) => sql`select status, label from store.sims`);
  expect(row).toEqual({ status: "active", label: "meter-1" });
});

async function problemWith(
  { method, headers, body }: FuzzRequest,
  said: Set<string>,
): Promise<string | null> {
  const hasBody = method !== "GET";
  const response = await fetch(`${mcp.origin}/api/mcp?tools=all`, {
    method,
    headers,
    ...(hasBody && { body: body ?? "" }),
  });
  const text = await response.text();
  const leak = LEAK.exec(text);
  if (leak) return `tells ${leak[0]}: ${text.slice(0, 400)}`;
  if (response.status >= 500) return `${response.status} ${text.slice(0, 400)}`;
  if (text === "")
    return response.ok || response.status === 405 ? note("accepted") : "says nothing";
  const messages = messagesIn(text);
  if (messages.length === 0)
    return response.ok ? `no message: ${text.slice(0, 200)}` : note("http error");
  for (const { error, result } of messages) {
    if (error && !/\w+ \w+/.test(error.message)) return `no sentence: ${error.message}`;
    if (error?.code === -32_603) return `internal: ${error.message}`;
    if (result?.isError && result.structuredContent) return "an error with structured content";
    if (result?.isError && !result.content?.[0]?.text) return "an error without a sentence";
    if (result?.isError && result.content?.[0]?.text.startsWith("Something went wrong")) {
      return `unforeseen: ${body?.slice(0, 500)}`;
    }
    note(error ? "protocol error" : result?.isError ? "tool error" : "result");
  }
  return null;

  function note(sort: string): null {
    said.add(sort);
    return null;
  }
}

interface Message {
  readonly error?: { readonly code: number; readonly message: string };
  readonly result?: {
    readonly isError?: boolean;
    readonly structuredContent?: unknown;
    readonly content?: readonly { readonly text: string }[];
  };
}

/** Of a JSON body or of a stream of events. */
function messagesIn(text: string): Message[] {
  const lines = text.startsWith("{") || text.startsWith("[") ? [text] : text.split("\n");
  return lines
    .map((line) => line.replace(/^data: /, ""))
    .filter((line) => line.startsWith("{") || line.startsWith("["))
    .flatMap((line) => JSON.parse(line))
    .filter((message) => message.jsonrpc === "2.0");
}
