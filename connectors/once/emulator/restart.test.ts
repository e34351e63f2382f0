import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator } from "./emulator.ts";
import { type Ask, ask, askToken, clientFor } from "./testing/client.ts";

const CLI = join(import.meta.dirname, "emulator.cli.ts");
const ICCID = "8988228066000000001";
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** The command itself, as another process. */
async function start(file: string): Promise<{ ask: Ask; control: string; output: string }> {
  child = spawn(process.execPath, [CLI, "--port", "0", "--file", file, "--sims", "20"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (output.includes("state")) break;
  }
  const url = /address +(\S+)/.exec(output)?.[1] ?? "";
  const id = /client id +(\S+)/.exec(output)?.[1] ?? "";
  const secret = /client secret +(\S+)/.exec(output)?.[1] ?? "";
  const client = { id, secret, role: "api" } as const;
  const asked = await clientFor({ url, clients: [client] } as never, client);
  return { ask: asked, control: /control +(\S+)\//.exec(output)?.[1] ?? "", output };
}

describe("a kill", () => {
  it("loses nothing that was acknowledged, neither done nor queued", async () => {
    const file = join(folder, "killed.db");
    const first = await start(file);
    expect(first.output).toMatch(/SIMs +20/);
    const topUp = await first.ask("POST", `/v2/sims/${ICCID}/topup`);
    await first.ask("PUT", `/v2/sims/${ICCID}`, { label: "kept" });
    const body = [{ iccid: ICCID, status: "Disabled", label: "queued" }];
    expect((await first.ask("POST", "/v1/sims", body)).status).toBe(201);
    const before = (await ask(`${first.control}/sims/${ICCID}`)).json;
    expect(before.label).toBe("kept");
    const killedAt = Date.now();
    child?.kill("SIGKILL");
    await once(child as ChildProcess, "exit");

    const second = await start(file);
    const { json: info } = await ask(`${second.control}/`);
    expect(info).toMatchObject({ sims: 20, orders: 1 });
    const after = (await ask(`${second.control}/sims/${ICCID}`)).json;
    expect(after.data_remaining_bytes).toBe(before.data_remaining_bytes);
    const number = topUp.headers.get("location")?.split("/").at(-1);
    expect((await second.ask("GET", `/v1/orders/${number}`)).json.sims[0].iccid).toBe(ICCID);
    const label = async () => (await second.ask("GET", `/v2/sims/${ICCID}`)).json.label;
    await expect.poll(label).toBe("queued");
    const { json: effects } = await ask(`${second.control}/effects?kind=update`);
    expect(effects).toHaveLength(2);
    expect(Date.parse(effects[1].at)).toBeGreaterThan(killedAt);
    child?.kill("SIGTERM");
    expect((await once(child as ChildProcess, "exit"))[0]).toBe(0);
  });
});

describe("a restart", () => {
  it("keeps tokens, the moved clock and what seeds do not overwrite", async () => {
    const file = join(folder, "restarted.db");
    const sims = [{ iccid: ICCID, label: "seeded" }];
    const first = await startEmulator({ file, sims });
    const { json: token } = await askToken(first);
    await (await clientFor(first))("PUT", `/v2/sims/${ICCID}`, { label: "changed" });
    await first.advance({ minutes: 1440 });
    await first.close();

    const second = await startEmulator({ file, sims });
    expect(second.sim(ICCID).label).toBe("changed");
    expect(Date.parse(second.info().now) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    const headers = { authorization: `Bearer ${token.access_token}` };
    expect((await ask(`${second.url}/v2/sims/${ICCID}`, { headers })).status).toBe(200);
    await second.close();
  });
});
