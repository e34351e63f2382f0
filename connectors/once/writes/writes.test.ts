import { afterEach, describe, expect, it } from "vitest";
import type { Operation } from "../../provider.ts";
import { NEVER, type OnceServer, onceSim, type Reply, startOnce } from "../testing/once-server.ts";

const { iccid } = onceSim(1);
const SIM = `/management-api/v2/sims/${iccid}`;

let once: OnceServer;
afterEach(() => once.stop());

const perform = (operation: Operation) =>
  once.provider().perform(operation, { idempotencyKey: "k", signal: NEVER });
const set = (values: Extract<Operation, { kind: "set" }>["values"]): Operation => ({
  kind: "set",
  iccid,
  values,
});
const attempted = (agoMs: number) => {
  const at = new Date(Date.now() - agoMs);
  return { signal: NEVER, attempted: { first: at, last: at } };
};

describe("setting a SIM", () => {
  async function written(sim: Record<string, unknown>, operation: Operation) {
    once = await startOnce(({ method }) => (method === "GET" ? { json: onceSim(1, sim) } : {}));
    await perform(operation);
    expect(once.asked.map(({ method, path }) => [method, path])).toEqual([
      ["GET", SIM],
      ["PUT", SIM],
    ]);
    return once.asked[1]?.body;
  }

  it.each(["inactive", "suspended", "deactivated"] as const)("%s disables it", async (status) => {
    expect(await written({}, set({ status }))).toEqual({
      iccid,
      status: "Disabled",
      label: "device-1",
      imei_lock: false,
    });
  });

  it("does not lift an IMEI lock, nor enable a disabled SIM, with another name", async () => {
    const sim = { status: "Disabled", imei_lock: true };
    expect(await written(sim, set({ label: "gate" }))).toEqual({
      iccid,
      status: "Disabled",
      label: "gate",
      imei_lock: true,
    });
  });

  it("takes a name away, and locks it to its device", async () => {
    const values = { status: "active", label: null, imei_lock: true } as const;
    expect(await written({ status: "Disabled" }, set(values))).toEqual({
      iccid,
      status: "Enabled",
      label: "",
      imei_lock: true,
    });
  });

  it.each([[{ rate_plan: "Max" }], [{ data_total: 1 }], [{ sms_total: 1 }]])(
    "to %o is refused with what to do instead, and asks for nothing",
    async (values) => {
      once = await startOnce(() => ({}));
      await expect(perform(set(values))).rejects.toMatchObject({ kind: "rejected" });
      expect(once.asked).toEqual([]);
    },
  );

  it.each<[string, Reply, string]>([
    ["was not read, since nothing was done yet", { status: 500 }, "busy"],
    ["is not there", { status: 404 }, "rejected"],
  ])("ends before the write where it %s", async (_what, reply, kind) => {
    once = await startOnce(() => reply);
    await expect(perform(set({ label: "x" }))).rejects.toMatchObject({ kind });
    expect(once.asked).toHaveLength(1);
  });

  it("is verified by reading it again", async () => {
    let sim: Reply = { json: onceSim(1, { status: "Disabled", label: undefined }) };
    once = await startOnce(() => sim);
    const provider = once.provider();
    const verdict = (operation: Operation) => provider.verify(operation, attempted(0));
    expect(provider.canVerify(set({}))).toBe(true);
    expect(await verdict(set({ status: "suspended", label: null }))).toBe("in_place");
    expect(await verdict(set({ status: "active" }))).toBe("not_in_place");
    expect(await verdict(set({ status: "suspended", label: "gate" }))).toBe("not_in_place");
    expect(await verdict(set({ imei_lock: true }))).toBe("not_in_place");
    sim = { status: 404 };
    expect(await verdict(set({ status: "active" }))).toBe("no_such_sim");
  });

  it("takes two of the account's calls", async () => {
    once = await startOnce(() => ({}));
    const { callsFor } = once.provider();
    expect(callsFor(set({}))).toBe(2);
    expect(callsFor({ kind: "reset", iccid })).toBe(1);
  });
});

describe("a message", () => {
  it.each([
    ["plain", "REBOOT {1}", 0],
    ["beyond the basic alphabet", "Füße 🚲", 8],
  ])("that is %s goes out in its alphabet", async (_what, text, dcs) => {
    once = await startOnce(() => ({ status: 201, json: { id: "589" } }));
    await perform({ kind: "send_sms", iccid, text });
    expect(once.asked).toMatchObject([
      { method: "POST", path: `${SIM}/sms`, body: { payload: text, dcs } },
    ]);
  });

  it.each([
    ["a".repeat(161), 160],
    ["€".repeat(81), 160],
    ["ж".repeat(71), 70],
  ])("that fits into no single SMS is refused before anything goes out", async (text, most) => {
    once = await startOnce(() => ({ status: 201 }));
    await expect(perform({ kind: "send_sms", iccid, text })).rejects.toThrow(`at most ${most}`);
    expect(once.asked).toEqual([]);
  });

  it("is not to be verified, and neither is a reset", async () => {
    once = await startOnce(() => ({}));
    const { canVerify } = once.provider();
    expect(canVerify({ kind: "send_sms", iccid, text: "x" })).toBe(false);
    expect(canVerify({ kind: "reset", iccid })).toBe(false);
  });
});
