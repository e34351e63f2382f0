import { afterEach, describe, expect, it } from "vitest";
import { NEVER, type OnceServer, onceSim, startOnce } from "../testing/once-server.ts";

const { iccid } = onceSim(1);
const MB = 1024 ** 2;

let once: OnceServer;
afterEach(() => once.stop());

async function readsOf(json: unknown) {
  once = await startOnce(() => ({ json }));
  return once.provider().reads;
}
const signal = NEVER;

describe("a quota", () => {
  it("of v2 is in bytes, may be overdrawn, and its status codes are not those of the list", async () => {
    const reads = await readsOf({
      id: 1,
      status: { id: 0, description: "EXHAUSTED" },
      volume: -0.5,
      total_volume: 500,
      accumulated_total_volume: 1000,
      threshold_percentage: 20,
      expiry_date: "2029-01-01T00:00:00.000Z",
    });
    expect(await reads.readQuota(iccid, "data", { signal })).toEqual({
      type: "data",
      total: 500 * MB,
      remaining: -MB / 2,
      ever_added: 1000 * MB,
      state: "exhausted",
      threshold_percent: 20,
      expires_at: new Date("2029-01-01T00:00:00Z"),
    });
  });

  it.each([
    [{ id: 1 }, "active"],
    [{ id: 0 }, "exhausted"],
    [{ id: 2 }, "expired"],
    [{ id: 1, description: "EXPIRED" }, "expired"],
  ])("says by its status %o that it is %s", async (status, state) => {
    const reads = await readsOf({ status, volume: 5, total_volume: 500 });
    expect(await reads.readQuota(iccid, "data", { signal })).toMatchObject({ state });
  });

  it("as it was seen live has dates without a zone and no status", async () => {
    const seen = {
      expiry_date: "2033-02-02 00:00:00",
      last_status_change_date: "2022-11-02 11:40:12",
      last_volume_added: 500,
      peak_throughput: 128000,
      threshold_percentage: 20,
      total_volume: 500,
      volume: 499.539617,
    };
    const reads = await readsOf(seen);
    expect(await reads.readQuota(iccid, "data", { signal })).toMatchObject({
      remaining: Math.round(499.539617 * MB),
      state: "active",
      expires_at: new Date("2033-02-02T00:00:00Z"),
      ever_added: null,
    });
    once.stop();
    const empty = await readsOf({ ...seen, volume: 0 });
    expect(await empty.readQuota(iccid, "sms", { signal })).toMatchObject({ state: "exhausted" });
    once.stop();
    const old = await readsOf({ ...seen, expiry_date: "2020-01-01 00:00:00" });
    expect(await old.readQuota(iccid, "sms", { signal })).toMatchObject({ state: "expired" });
  });

  it("without its figures is none", async () => {
    const reads = await readsOf({ status: { id: 1 }, total_volume: 500 });
    await expect(reads.readQuota(iccid, "data", { signal })).rejects.toMatchObject({
      kind: "lost",
    });
  });
});

it("usage comes by days, in megabytes as text, and its SMS have the directions of the network", async () => {
  const reads = await readsOf({
    stats: [
      {
        date: "2021-06-30T00:00:00.000Z",
        data: {
          volume: "0.002803",
          volume_rx: "0.001482",
          volume_tx: "0.001321",
          cost: "0.002803",
        },
        sms: { volume: "3", volume_rx: "2", volume_tx: "1", cost: "4" },
      },
      {
        date: "2021-07-01 00:00:00",
        data: { volume_rx: "12345678.000001", volume_tx: "0" },
        sms: null,
      },
    ],
  });
  const range = { from: "2021-06-30", to: "2021-07-01" };
  expect(await reads.readUsage(iccid, range, { signal })).toEqual([
    {
      day: "2021-06-30",
      download_bytes: 1554, // 0.001482 × 1024²
      upload_bytes: 1385,
      sms_from_device: 2,
      sms_to_device: 1,
    },
    {
      day: "2021-07-01",
      download_bytes: 12345678 * MB + 1,
      upload_bytes: 0,
      sms_from_device: 0,
      sms_to_device: 0,
    },
  ]);
  expect(once.asked[0]?.path).toContain("/v1/sims/");
  expect(Object.fromEntries(once.asked[0]?.query ?? [])).toEqual({
    start_dt: "2021-06-30",
    end_dt: "2021-07-01",
  });
});

describe("the status in the network", () => {
  const session = { created: "2026-10-01T08:00:00.000Z", mcc: "262", imeisv: "3526510721968391" };

  it("tells network, country, radio and device of the newest session", async () => {
    const reads = await readsOf({
      status: { description: "ONLINE" },
      data_traffic_limit_state: { description: "REACHED" },
      location: {
        iccid,
        last_updated: "2023-08-06 09:59:05",
        operator: { id: 2, name: "T-Mobile", country: { id: 74, name: "Germany", iso_code: "de" } },
        country: { country_id: "74", name: "Austria", mcc: "232", iso_code: "at" },
      },
      pdp_contexts: [
        { ...session, created: "2026-09-01T08:00:00.000Z", rat_type: { description: "2G" } },
        { ...session, rat_type: { rat_type_id: "8", description: "NB-IoT" } },
      ],
      services: [],
    });
    expect(await reads.readConnectivity(iccid, { signal })).toEqual({
      state: "online",
      operator: "T-Mobile",
      country: "DE",
      rat: "NB-IoT",
      session_since: new Date("2026-10-01T08:00:00Z"),
      seen_at: new Date("2023-08-06T09:59:05Z"),
      imei: "352651072196839",
      is_limited: true,
    });
  });

  it.each([
    ["the network's MCC where nothing else is said", {}, "DE"],
    ["the spelling of v1", { country: { "iso-code": "fr" } }, "FR"],
    ["the MCC of the country", { country: { mcc: "310" } }, "US"],
    ["its name", { country: { name: "Switzerland" } }, "CH"],
  ])("takes the country from %s", async (_what, location, country) => {
    const reads = await readsOf({
      status: { description: "ATTACHED" },
      location,
      pdp_contexts: [session],
      services: [],
    });
    expect(await reads.readConnectivity(iccid, { signal })).toMatchObject({ country });
  });

  it("may be no more than a word, but one that is known", async () => {
    const reads = await readsOf({ status: { description: "BLOCKED" }, services: [] });
    expect(await reads.readConnectivity(iccid, { signal })).toMatchObject({
      state: "blocked",
      session_since: null,
      is_limited: false,
    });
    once.stop();
    const odd = await readsOf({ status: { description: "SLEEPING" }, services: [] });
    await expect(odd.readConnectivity(iccid, { signal })).rejects.toMatchObject({ kind: "lost" });
  });
});

it("events keep their long ids, are told by their words, and come with the newest first", async () => {
  const text = `[
    { "id": 9007199254740993, "timestamp": "2026-10-01T08:00:00.000Z",
      "event_type": { "id": 4, "description": "Delete PDP Context" },
      "event_severity": { "id": 0, "description": "INFO" },
      "detail": { "name": "T-Mobile", "country": { "iso_code": "de" } } },
    { "id": 12, "timestamp": "2026-10-02 08:00:00", "alert": true,
      "event_type": { "id": 3, "description": "Create PDP Context" },
      "event_severity": { "id": 2, "description": "Critical" },
      "detail": { "pdp_context": { "mcc": "228" }, "data_service_failure_cause": "QUOTA_EXHAUSTED" } },
    { "id": 13, "timestamp": "2026-09-02T08:00:00Z",
      "event_type": { "id": 4711, "description": "Something new" } } ]`;
  once = await startOnce(() => ({ text, headers: { "content-type": "application/json" } }));
  const events = await once.provider().reads.readEvents(iccid, { limit: 50, signal });
  expect(events).toMatchObject([
    {
      id: "12",
      type: "reject",
      cause: "QUOTA_EXHAUSTED",
      severity: "critical",
      country: "CH",
      occurred_at: new Date("2026-10-02T08:00:00Z"),
    },
    { id: "9007199254740993", type: "session_end", operator: "T-Mobile", country: "DE" },
    { id: "13", type: null, description: "Something new" },
  ]);
  expect(Object.fromEntries(once.asked[0]?.query ?? [])).toEqual({ page: "1", pageSize: "50" });
});

it("messages are told by word or number, and pages of them go by per_page until one is short", async () => {
  const message = (id: number) => ({
    id,
    submit_date: new Date(Date.UTC(2026, 0, 1, 0, 0, id)).toISOString(),
    final_date: "2026-10-01T08:00:00.000Z",
    payload: id === 0 ? "***" : "hello",
    status: id === 1 ? { id: 5 } : { id: 4, description: "DELIVERED" },
    sms_type: id === 2 ? { id: 2 } : { id: 1, description: "MT" },
  });
  once = await startOnce(({ query }) => {
    const size = Number(query.get("per_page"));
    const from = (Number(query.get("page")) - 1) * size;
    return { json: Array.from({ length: 1500 }, (_, n) => message(n)).slice(from, from + size) };
  });
  const messages = await once.provider().reads.readMessages(iccid, { limit: 2000, signal });
  expect(messages).toHaveLength(1500);
  expect(messages?.[0]?.id).toBe("1499");
  expect(messages?.slice(-3)).toMatchObject([
    {
      id: "2",
      direction: "mo",
      status: "delivered",
      delivered_at: new Date("2026-10-01T08:00:00Z"),
    },
    { id: "1", direction: "mt", status: "failed", body: "hello", delivered_at: null },
    { id: "0", body: null },
  ]);
  expect(once.asked).toHaveLength(2);
});

describe("orders", () => {
  const orderOf = (n: number) => ({
    order_number: 2000000000 + n,
    order_type: n % 2 ? "TOPUP" : "ADDITIONAL_ORDER",
    order_date: new Date(Date.UTC(2026, 0, 1 + n)).toISOString(),
    order_status: "COMPLETED",
    invoice_amount: "19.99",
    currency: "EUR",
    sims: [{ iccid, _links: [] }],
  });
  const all = Array.from({ length: 47 }, (_, n) => orderOf(n));

  it.each([
    ["heeds", 1],
    ["does not heed", 5],
    ["refuses", 5],
  ])("come with the newest first where the API %s the wish for it", async (how, page) => {
    once = await startOnce(({ query }) => {
      const isDescending = query.get("sort") === "-order_date";
      if (isDescending && how === "refuses") return { status: 400 };
      const sorted = isDescending && how === "heeds" ? all.toReversed() : all;
      const from = (Number(query.get("page")) - 1) * 10;
      return { json: sorted.slice(from, from + 10) };
    });
    const orders = await once.provider().reads.listOrders({ limit: 12, signal });
    expect(orders.map(({ number }) => Number(number) - 2000000000)).toEqual(
      Array.from({ length: 12 }, (_, n) => 46 - n),
    );
    expect(orders[1]).toEqual({
      number: "2000000045",
      kind: "top_up",
      status: "COMPLETED",
      ordered_at: new Date(Date.UTC(2026, 1, 15)),
      amount: "19.99",
      currency: "EUR",
      iccids: [iccid],
    });
    expect(once.asked.map(({ query }) => Number(query.get("page")))).toContain(page);
  });
});

it("products have the account's own prices, and limits are null where none is set", async () => {
  once = await startOnce(({ path }) =>
    path.endsWith("/products")
      ? {
          json: [
            {
              id: 1001,
              product: "1NCE IoT FlexSIM",
              one_time_charges: [{ name: "provisionCharge", amount_net: 10, currency: "EUR" }],
              recurring_charges: [{ amount_net: "0.5", currency: "EUR" }],
            },
          ],
        }
      : { json: { data: { id: 1, limit: "16", unit: "MB" }, smsMt: { id: 1, limit: "" } } },
  );
  const { reads } = once.provider();
  expect(await reads.listProducts({ signal })).toEqual([
    {
      id: "1001",
      name: "1NCE IoT FlexSIM",
      charges: [
        { name: "provisionCharge", amount: 10, currency: "EUR", recurs: false },
        { name: "charge", amount: 0.5, currency: "EUR", recurs: true },
      ],
    },
  ]);
  expect(await reads.readLimits({ signal })).toEqual({
    data_bytes: 16 * MB,
    sms_to_device: null,
    sms_from_device: null,
  });
});
