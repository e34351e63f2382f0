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

describe("a top-up", () => {
  const topUp: Operation = { kind: "top_up_package", iccid, packages: 1 };
  const orderAt = (agoMs: number, of: Record<string, unknown> = {}) => ({
    order_number: 1,
    order_type: "TOPUP",
    order_date: new Date(Date.now() - agoMs).toISOString(),
    order_status: "OPEN",
    sims: [{ iccid }],
    ...of,
  });
  const verdictOf = async (orders: object[], agoMs = 10_000, options = {}) => {
    once = await startOnce(() => ({ json: orders }));
    return once.provider(options).verify(topUp, attempted(agoMs));
  };

  it("is bought without a body, by the way of paying that was chosen", async () => {
    once = await startOnce(() => ({ status: 201, headers: { location: "/v1/orders/1" } }));
    await perform(topUp);
    const paid = once.provider({ paymentMethod: "creditcard" });
    await paid.perform(topUp, { idempotencyKey: "k", signal: NEVER });
    expect(once.asked).toMatchObject([
      { method: "POST", path: `${SIM}/topup`, body: undefined },
      { method: "POST", path: `${SIM}/topup`, body: undefined },
    ]);
    expect(once.asked.map(({ query }) => query.toString())).toEqual([
      "",
      "payment_method=creditcard",
    ]);
  });

  it("by an amount is refused in the words of the package", async () => {
    once = await startOnce(() => ({}));
    await expect(perform({ kind: "top_up", iccid, type: "data", amount: 1 })).rejects.toThrow(
      "fixed packages",
    );
    expect(once.asked).toEqual([]);
  });

  it.each([
    ["an order of it since", orderAt(9_000), "in_place"],
    [
      "an order of several SIMs",
      orderAt(9_000, {
        order_type: "BULK_TOPUP",
        sims: [{ iccid: "8988228066000000009" }, { iccid: `${iccid}4` }],
      }),
      "in_place",
    ],
    ["an order from before", orderAt(60_000), "not_in_place"],
    [
      "an order of another SIM",
      orderAt(9_000, { sims: [{ iccid: onceSim(2).iccid }] }),
      "not_in_place",
    ],
    [
      "an order of something else",
      orderAt(9_000, { order_type: "ADDITIONAL_ORDER" }),
      "not_in_place",
    ],
    ["an order that was cancelled", orderAt(9_000, { order_status: "CANCELLED" }), "not_in_place"],
  ])("whose answer was lost is looked for among the orders: %s", async (_what, order, verdict) => {
    expect(await verdictOf([order])).toBe(verdict);
  });

  it("is found behind many newer orders, and the reading ends where they are older", async () => {
    const others = (agoMs: number) => orderAt(agoMs, { sims: [{ iccid: onceSim(2).iccid }] });
    const all = [
      ...Array.from({ length: 25 }, (_, n) => others(1_000 + n)),
      orderAt(9_000),
      ...Array.from({ length: 500 }, (_, n) => others(60_000 + n)),
    ];
    once = await startOnce(({ query }) => {
      const from = (Number(query.get("page")) - 1) * 10;
      return { json: all.slice(from, from + 10) };
    });
    expect(await once.provider().verify(topUp, attempted(10_000))).toBe("in_place");
    expect(once.asked).toHaveLength(3);
  });

  it("is not asked for again before an order of it has had time to appear", async () => {
    const waiting = verdictOf([], 1_000, { orderSettlesMs: 60_000 });
    await expect(waiting).rejects.toMatchObject({ kind: "lost", message: /no order .* yet/ });
    const failure = await waiting.catch((error) => error);
    expect(failure.retryAfterMs).toBeGreaterThan(50_000);
  });

  it.each([
    ["ahead", 3_600_000],
    ["behind", -3_600_000],
  ])("is told from an older one by a clock of theirs that is an hour %s", async (_how, skewMs) => {
    const dated = (agoMs: number) => orderAt(agoMs - skewMs);
    const headers = { date: new Date(Date.now() + skewMs).toUTCString() };
    once = await startOnce((_asked, nth) => ({
      headers,
      json: [dated(nth === 1 ? 60_000 : 9_000)],
    }));
    const provider = once.provider();
    expect(await provider.verify(topUp, attempted(10_000))).toBe("not_in_place");
    expect(await once.provider().verify(topUp, attempted(10_000))).toBe("in_place");
  });

  it("shares one reading of the orders among all that look at once, however many", async () => {
    once = await startOnce(async () => {
      await new Promise((done) => setTimeout(done, 30));
      return { json: [orderAt(9_000)] };
    });
    const provider = once.provider();
    const sims = Array.from({ length: 20 }, (_, n) => onceSim(n).iccid);
    const options = attempted(10_000);
    const verdicts = await Promise.all(
      sims.map((one) =>
        provider.verify({ kind: "top_up_package", iccid: one, packages: 1 }, options),
      ),
    );
    expect(verdicts.filter((verdict) => verdict === "in_place")).toHaveLength(1);
    expect(once.asked).toHaveLength(1);
  });
});
