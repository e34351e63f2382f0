import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "./emulator.ts";
import { type Ask, clientFor } from "./testing/client.ts";

const ICCIDS = Array.from({ length: 6 }, (_, i) => `898822806600000000${i}`);
const [ICCID = "", OTHER = "", EXPIRED = "", FOREIGN = "", AUTO = "", LIMITED = ""] = ICCIDS;
let emulator: Emulator;
let call: Ask;

beforeAll(async () => {
  emulator = await startEmulator({
    timeFactor: 100,
    sims: ICCIDS.map((iccid) => ({ iccid, data_remaining_mb: 120, sms_remaining: 10 })),
  });
  emulator.change(EXPIRED, { expiry_date: "2020-01-01" });
  call = await clientFor(emulator);
  await call("POST", "/v1/sims/simTransfer", { target_organisation: 1, iccids: [FOREIGN] });
  emulator.settle();
});
afterAll(() => emulator.close());

const quota = async (iccid: string, service = "data") =>
  (await call("GET", `/v2/sims/${iccid}/quota/${service}`)).json;

describe("a top-up", () => {
  it("makes an order, names it, and adds to both quotas", async () => {
    const { status, headers, text } = await call("POST", `/v2/sims/${ICCID}/topup`);
    expect([status, text]).toEqual([201, ""]);
    const number = headers.get("location")?.split("/").at(-1);
    const { json: order } = await call("GET", `/v1/orders/${number}`);
    expect(order).toMatchObject({
      order_type: "TOPUP",
      invoice_amount: "11.90",
      currency: "EUR",
      sims: [{ iccid: ICCID }],
    });
    expect(await quota(ICCID)).toMatchObject({
      volume: 620,
      total_volume: 620,
      accumulated_total_volume: 1000,
      last_volume_added: 500,
      threshold_volume: 124,
    });
    expect((await quota(ICCID, "sms")).volume).toBe(260);
  });

  it("that is repeated buys again: there is no idempotency", async () => {
    const before = emulator.effects({ kind: "top_up", iccid: ICCID }).length;
    const first = await call("POST", `/v1/sims/${ICCID}/topup`);
    const second = await call("POST", `/v1/sims/${ICCID}/topup`);
    expect(first.headers.get("location")).not.toBe(second.headers.get("location"));
    expect(emulator.effects({ kind: "top_up", iccid: ICCID })).toHaveLength(before + 2);
  });

  it("that answers 500 may have been bought", async () => {
    const before = emulator.info().orders;
    emulator.addFault({ kind: "error_500_after", path: "*/topup", times: 1 });
    expect((await call("POST", `/v2/sims/${ICCID}/topup`)).status).toBe(500);
    expect(emulator.info().orders).toBe(before + 1);
  });

  it("of several SIMs is one order, or none", async () => {
    const before = emulator.info().orders;
    const refused = await call("POST", "/v1/sims/topup", [ICCID, "1"]);
    expect([refused.status, emulator.info().orders]).toEqual([404, before]);
    const { headers } = await call("POST", "/v1/sims/topup", [ICCID, OTHER]);
    const number = headers.get("location")?.split("/").at(-1);
    expect((await call("GET", `/v1/orders/${number}`)).json).toMatchObject({
      order_type: "BULK_TOPUP",
      invoice_amount: "23.80",
      products: [{ quantity: 2 }],
    });
  });

  it("is refused for a SIM of somebody else, an expired one, and a method that is not ours", async () => {
    expect((await call("POST", `/v2/sims/${FOREIGN}/topup`)).status).toBe(403);
    expect((await call("POST", `/v2/sims/${EXPIRED}/topup`)).status).toBe(400);
    const boleto = await call("POST", `/v2/sims/${ICCID}/topup?payment_method=boleto`);
    expect([boleto.status, boleto.json]).toEqual([
      400,
      { message: "Payment method used is not valid." },
    ]);
    expect((await call("POST", `/v2/sims/${ICCID}/topup?payment_method=gold`)).status).toBe(201);
  });

  it("comes by itself where that is set, when the quota gets low", async () => {
    for (const version of ["v1", "v2"]) {
      const body = { enabled: true, iccids: [AUTO] };
      expect((await call("POST", `/${version}/sims/autoTopup`, body)).status).toBe(201);
    }
    emulator.change(AUTO, { data_remaining_mb: 101 });
    await emulator.advance({ minutes: 1440, iccids: [AUTO], megabytesPerDay: 20 });
    expect(emulator.effects({ kind: "auto_top_up", iccid: AUTO })).toHaveLength(1);
    expect((await quota(AUTO)).accumulated_total_volume).toBe(1000);
  });
});

describe("an extension", () => {
  it("is all that an expired SIM may get, and makes it good again", async () => {
    const { status } = await call("POST", "/v1/sims/extension", { iccids: [EXPIRED] });
    expect(status).toBe(201);
    const { json } = await call("GET", `/v2/sims/${EXPIRED}/quota/data`);
    expect(json.status.description).toBe("ACTIVE");
    expect((await call("PUT", `/v2/sims/${EXPIRED}`, { label: "again" })).status).toBe(200);
  });
});

describe("orders", () => {
  it("come ten a page, the oldest first, downwards only where that is heeded", async () => {
    for (let i = 0; i < 12; i++) await call("POST", `/v2/sims/${OTHER}/topup`);
    const numbers = async (query: string): Promise<number[]> =>
      (await call("GET", `/v1/orders?${query}`)).json.map(
        (order: { order_number: number }) => order.order_number,
      );
    const first = await numbers("pageSize=100");
    expect(first).toHaveLength(10);
    expect(first).toEqual(first.toSorted());
    expect((await numbers("sort=-order_number"))[0]).toBeGreaterThan(first[9] ?? 0);
    emulator.set({ descendingOrders: false });
    expect(await numbers("sort=-order_number")).toEqual(first);
  });

  it("can take a while to be seen", async () => {
    emulator.set({ orderAppearsMs: 20_000 });
    const { headers } = await call("POST", `/v2/sims/${OTHER}/topup`);
    const path = `/v1/orders/${headers.get("location")?.split("/").at(-1)}`;
    expect((await call("GET", path)).status).toBe(404);
    await expect.poll(async () => (await call("GET", path)).status).toBe(200);
    emulator.set({ orderAppearsMs: 0 });
  });

  it("take products that there are, at prices that the products tell", async () => {
    const { json: products } = await call("GET", "/v1/products");
    expect(products[0].one_time_charges[0]).toMatchObject({ amount_net: 1, currency: "EUR" });
    const body = { products: [{ productId: products[0].id, quantity: 100 }] };
    const { status, headers } = await call("POST", "/v1/orders", body);
    expect(status).toBe(201);
    const number = headers.get("location")?.split("/").at(-1);
    expect((await call("GET", `/v1/orders/${number}`)).json.invoice_amount).toBe("119.00");
    expect((await call("POST", "/v1/orders", { products: [] })).status).toBe(422);
  });
});

describe("monthly limits", () => {
  it("are chosen from steps, and stop every SIM that reached one", async () => {
    expect((await call("GET", "/v1/sims/limits")).json).toEqual({});
    const { json: steps } = await call("GET", "/v1/sims/data/limits");
    expect(steps[0]).toEqual({ id: 1, limit: "1", unit: "MB" });
    const wrong = await call("POST", "/v1/sims/limits", { dataLimitId: 99 });
    expect(wrong.status).toBe(422);
    await call("POST", "/v1/sims/limits", { dataLimitId: 1 });
    expect((await call("GET", "/v1/sims/limits")).json).toEqual({ data: steps[0] });

    await emulator.advance({ minutes: 300, iccids: [LIMITED], megabytesPerDay: 50 });
    await emulator.advance({ minutes: 600, iccids: [LIMITED], megabytesPerDay: 50 });
    const { json: status } = await call("GET", `/v2/sims/${LIMITED}/status`);
    expect(status.data_traffic_limit_state.description).toBe("REACHED");
    const { json: events } = await call("GET", `/v2/sims/${LIMITED}/events?pageSize=1000`);
    expect(JSON.stringify(events)).toContain("MONTHLY_USAGE_LIMIT_EXCEEDED");
  });
});
