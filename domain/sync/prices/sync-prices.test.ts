import { afterEach, beforeEach, expect, it } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { ask, carriedOut, iccidOf, makeSims } from "#domain/changes/testing.ts";
import { NEVER, startAccount } from "../testing.ts";
import { packagePrice } from "./package-price.ts";
import { syncPrices } from "./sync-prices.ts";
import { topUpSpending } from "./top-up-spending.ts";

let actor: Actor;
let emulator: Emulator;
let provider: Provider;

beforeEach(async () => {
  actor = testActor();
  await makeSims(actor, 30);
  ({ emulator, provider } = await startAccount(30));
});
afterEach(() => emulator.close());

const sync = () => syncPrices(actor, provider, { ...NEVER, retryMs: 1 });
const topUp = (targets: string[]) =>
  carriedOut(actor, "top_up", { type: "data", bytes: 1 }, { targets, provider }, provider);
const spent = () => asActor(actor, (sql) => topUpSpending(sql, new Date("2026-01-01T00:00Z")));

it("a preview of a top-up says what it costs, by the provider's own list", async () => {
  const targets = [iccidOf(0), iccidOf(1)];
  const asked = () => ask(actor, "top_up", { type: "data", bytes: 1 }, { targets, provider });
  expect((await asked()).preview).toMatchObject({ costs: [], unpriced_count: 2 });
  expect(await sync()).toMatchObject({ outcome: "done", counts: { products: 5, orders: 0 } });
  expect((await asked()).preview).toMatchObject({
    costs: [{ total: { amount: 20, currency: "EUR" }, recurs: "once" }],
    unpriced_count: 0,
  });
});

it("tells from the orders what top-ups cost, each order once", async () => {
  await sync();
  await topUp([0, 1, 2].map(iccidOf));
  expect(await spent()).toEqual([]);
  expect(await sync()).toMatchObject({ counts: { orders: 3 } });
  await topUp([iccidOf(3)]);
  await sync();
  expect(await spent()).toEqual([{ currency: "EUR", amount: 47.6, orders: 4, sims: 4 }]);
});

it("reads as many orders as it takes to reach a known one, and then only the newest", async () => {
  await sync();
  await topUp(Array.from({ length: 25 }, (_, index) => iccidOf(index)));
  expect(await sync()).toMatchObject({ counts: { orders: 25 } });
  await topUp([iccidOf(26)]);
  expect(await sync()).toMatchObject({ calls: 3, counts: { orders: 20 } });
  expect(await spent()).toMatchObject([{ orders: 26 }]);
});

it("takes the last invoice for the price where the list names none, and none where it names two", async () => {
  await sync();
  await topUp([iccidOf(0)]);
  await sync();
  const price = () => asActor(actor, (sql) => packagePrice(sql));
  expect(await price()).toMatchObject({ amount: 10, currency: "EUR" });
  const rename = (name: string) =>
    asActor(
      actor,
      (sql) => sql`
        update store.provider_products
        set name = ${name}, charges = replace(charges::text, 'topUpCharge', 'charge')::jsonb
        where id = '3001'`,
    );
  await rename("Refill");
  expect(await price()).toMatchObject({ amount: 11.9, basis: expect.stringContaining("invoiced") });
});

it("a provider that fails changes no price", async () => {
  await sync();
  emulator.addFault({ kind: "html_page", path: "/v1/products" });
  await expect(sync()).rejects.toMatchObject({ code: "upstream" });
  expect(await asActor(actor, (sql) => packagePrice(sql))).toMatchObject({ amount: 10 });
});
