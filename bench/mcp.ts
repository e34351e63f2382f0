// tools/call over MCP against a bare server of the same SDK that answers the same JSON, and what a model reads.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import postgres from "postgres";
import { z } from "zod";
import { startApp } from "./app.ts";
import { type Timing, timingOf } from "./measure.ts";

const MOST = 1.5;
const ROUNDS = 400;
const CLIENTS = [1, 16] as const;
const PAGE = 25;
const VERSION = "2026-07-28";
/** What is read of answers; the rest is counted, or sent on as it is. */
const Tools = z.object({ tools: z.array(z.looseObject({ name: z.string() })) });
const Sim = z.object({ iccid: z.string() });
const Sims = z.object({ structuredContent: z.object({ sims: z.tuple([Sim]) }) });

const app = await startApp();
const folder = mkdtempSync(join(tmpdir(), "simon-bench-mcp-"));
const sql = postgres(app.adminUrl, { max: Math.max(...CLIENTS), onnotice: () => {} });
let isTooSlow = false;
try {
  const [organization] =
    await sql`select id from public.organization where name = ${app.organization}`;
  const simon = callerOf(`${app.url}/api/mcp`, app.apiKey);
  const call = { name: "list_sims", arguments: { limit: PAGE } };
  const { tools } = Tools.parse(await simon("tools/list", {}));
  const result = await simon("tools/call", call);
  const tool = tools.find(({ name }) => name === call.name);
  const file = join(folder, "answer.json");
  writeFileSync(file, JSON.stringify({ tool, result }));
  const bare = await startBare(file);
  try {
    const atBare = callerOf(bare.url, "none");
    const page = () => listed(organization?.id);
    for (const clients of CLIENTS) {
      const [database, alone, whole] = await raced(clients, [
        page,
        () => atBare("tools/call", call),
        () => simon("tools/call", call),
      ]);
      report(clients, { database, alone, whole });
    }
  } finally {
    bare.stop();
  }
  await reportTokens(simon);
} finally {
  await sql.end();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (isTooSlow) {
  console.error(`MISSED: more than ${MOST} times the bare server, beyond the database's own time.`);
  process.exitCode = 1;
}

/** What the tool reads, in a transaction as it has one, but past its role: row-level security counts as Simon's. */
function listed(organizationId: string): Promise<unknown> {
  return sql.begin(async (transaction) => {
    const entered = transaction`select set_config('app.organization_id', ${organizationId}, true)`;
    const read = transaction`
      select * from store.sims where organization_id = ${organizationId} order by iccid limit ${PAGE + 1}`;
    await Promise.all([entered, read]);
  });
}

type Caller = (method: string, params: object) => Promise<unknown>;

/** A client of the modern era on connections that are kept. */
function callerOf(url: string, key: string): Caller {
  const agent = new Agent({ keepAlive: true });
  const _meta = {
    "io.modelcontextprotocol/protocolVersion": VERSION,
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": { name: "bench", version: "1" },
  };
  return (method, params) =>
    new Promise((done, fail) => {
      const body = JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method,
        params: { ...params, _meta },
      });
      const headers = {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "mcp-protocol-version": VERSION,
        "mcp-method": method,
        ...("name" in params && { "mcp-name": String(params.name) }),
      };
      request(url, { agent, method: "POST", headers }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        const { result, error } = JSON.parse(text);
        if (!result || result.isError) fail(new Error(error?.message ?? text.slice(0, 300)));
        else done(result);
      })
        .on("error", fail)
        .end(body);
    });
}

/** Each contender in turn, so that all meet the same moments of the machine; `clients` calls at a time. */
async function raced(
  clients: number,
  contenders: readonly (() => Promise<unknown>)[],
): Promise<[Timing, Timing, Timing]> {
  const samples = contenders.map(() => [] as number[]);
  const perBatch = 20;
  const batches = Math.ceil(ROUNDS / perBatch);
  for (let batch = -2; batch < batches; batch++) {
    for (const [index, contender] of contenders.entries()) {
      let left = perBatch * clients;
      const client = async () => {
        while (left-- > 0) {
          const startedAt = performance.now();
          await contender();
          if (batch >= 0) samples[index]?.push(performance.now() - startedAt);
        }
      };
      await Promise.all(Array.from({ length: clients }, client));
    }
  }
  return samples.map(timingOf) as [Timing, Timing, Timing];
}

function report(
  clients: number,
  { database, alone, whole }: Record<"database" | "alone" | "whole", Timing>,
): void {
  const show = ({ p50Ms, p95Ms }: Timing) => `p50 ${p50Ms.toFixed(2)} p95 ${p95Ms.toFixed(2)} ms`;
  const ratio = (whole.p50Ms - database.p50Ms) / alone.p50Ms;
  isTooSlow ||= ratio > MOST;
  console.log(
    `${clients} client${clients === 1 ? " " : "s"}: database ${show(database)}, bare ${show(alone)}, Simon ${show(whole)}; (Simon − database) / bare at p50: ${ratio.toFixed(2)}`,
  );
}

async function startBare(file: string): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ["bench/mcp-bare.ts", file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await child.stdout.take(1).toArray();
  return { url: `http://127.0.0.1:${String(port).trim()}/mcp`, stop: () => void child.kill() };
}

async function reportTokens(simon: Caller): Promise<void> {
  const tokensOf = (value: unknown) => encode(JSON.stringify(value)).length;
  const { tools } = Tools.parse(await simon("tools/list", {}));
  console.log(`\ndefinitions of the daily set: ${tokensOf(tools)} tokens, ${tools.length} tools`);
  const listing = await simon("tools/call", { name: "list_sims", arguments: { limit: 1 } });
  const [{ iccid }] = Sims.parse(listing).structuredContent.sims;
  const calls: Record<string, object> = {
    ask_fleet: { query: "how many SIMs are active?" },
    list_sims: { limit: 50 },
    get_sim: { iccid },
    usage_history: { iccid },
    forecast_usage: { iccid },
    list_anomalies: {},
  };
  for (const [name, input] of Object.entries(calls)) {
    const answer = await simon("tools/call", { name, arguments: input });
    console.log(`answer of ${name}: ${tokensOf(answer)} tokens`);
  }
}
