import { afterEach, describe, expect, it } from "vitest";
import type { Operation } from "../../provider.ts";
import { NEVER, type OnceServer, onceSim, startOnce } from "../testing/once-server.ts";

const { iccid } = onceSim(1);
const SIM = `/management-api/v2/sims/${iccid}`;

let once: OnceServer;
afterEach(() => once.stop());

const perform = (operation: Operation) =>
  once.provider().perform(operation, { idempotencyKey: "k", signal: NEVER });
const attempted = (agoMs: number) => {
  const at = new Date(Date.now() - agoMs);
  return { signal: NEVER, attempted: { first: at, last: at } };
};

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

  it("of two packages, of which one was bought, is lost, and then refused with what was bought", async () => {
    let bought = 0;
    once = await startOnce(({ method }) => {
      if (method === "GET") return { json: Array.from({ length: bought }, () => orderAt(0)) };
      return bought++ === 0 ? { status: 201 } : { status: 400 };
    });
    const two: Operation = { ...topUp, packages: 2 };
    await expect(perform(two)).rejects.toMatchObject({ kind: "lost", message: /1 of 2/ });
    bought = 1;
    const again = once.provider().perform(two, { idempotencyKey: "k", ...attempted(1_000) });
    await expect(again).rejects.toMatchObject({ kind: "rejected", message: /1 of 2/ });
    expect(once.asked.filter(({ method }) => method === "POST")).toHaveLength(3);
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
