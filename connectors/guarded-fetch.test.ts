// Names lead where the test says: the lookup is the edge of the network.
import dns, { type LookupAddress } from "node:dns";
import { afterEach, expect, it, vi } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { forgetProcessWide } from "#core/process-state.ts";
import { NEVER, type OnceServer, onceSim, startOnce } from "./once/testing/once-server.ts";

const { iccid } = onceSim(1);
let once: OnceServer;

afterEach(() => {
  vi.restoreAllMocks();
  overrideConfig({});
  once.stop();
});

async function startAt(...addresses: string[]) {
  once = await startOnce(() => ({ json: onceSim(1) }));
  forgetProcessWide("provider-agent"); // its connections were made under other rules
  leadTo(addresses);
  const { port } = new URL(once.baseUrl);
  return (host: string) => {
    const baseUrl = `http://${host}:${port}/management-api`;
    const { reads } = once.provider({ baseUrl, retryMs: 0 });
    return reads.readSim(iccid, { signal: NEVER });
  };
}

function leadTo(addresses: readonly string[]): void {
  const found = addresses.map((address): LookupAddress => {
    return { address, family: address.includes(":") ? 6 : 4 };
  });
  const lookup = (_host: string, _options: unknown, done: (error: null, found: unknown) => void) =>
    done(null, found);
  vi.spyOn(dns, "lookup").mockImplementation(lookup as never);
}

it.each([
  ["127.0.0.1"],
  ["::1"],
  ["10.0.0.1"],
  ["169.254.169.254"],
  ["::ffff:192.168.0.1"],
  ["1.1.1.1", "127.0.0.1"],
])("a name that leads to %s by now is not called", async (...addresses) => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "0" });
  const read = await startAt(...addresses);
  await expect(read("api.once.test")).rejects.toMatchObject({
    kind: "rejected",
    message: expect.stringContaining("no public host"),
  });
  expect([...once.tokens, ...once.asked]).toEqual([]);
});

it.each(["127.0.0.1", "[::1]", "10.0.0.1"])("nor is %s itself", async (host) => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "0" });
  const read = await startAt();
  await expect(read(host)).rejects.toMatchObject({ kind: "rejected" });
  expect([...once.tokens, ...once.asked]).toEqual([]);
});

it("where this machine is allowed, a name that leads to it is called, until it leads elsewhere", async () => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "1" });
  const read = await startAt("127.0.0.1");
  expect(await read("api.once.test")).toMatchObject({ iccid });
  forgetProcessWide("provider-agent"); // a new connection
  leadTo(["127.0.0.1", "10.0.0.1"]);
  await expect(read("api.once.test")).rejects.toMatchObject({ kind: "rejected" });
});
