import { expect, test } from "@playwright/test";
import { ask, atProvider, expectAccessible, picture, rowsOf, signIn } from "./simon.ts";

interface Effect {
  readonly iccid: string;
  readonly after: { readonly data_bytes: number };
}

test("“top up the three that run out first”: bought at the provider, and what it added comes back", async ({
  page,
}) => {
  await signIn(page);
  await ask(page, "top up the 3 SIMs that run out first by 600 MB");
  const log = page.getByRole("log");
  const card = log.getByRole("region", { name: /^Top up 3 SIMs by 2 packages each/ }).last();
  await expect(card).toContainText(
    "2 packages of 500 MB and 250 SMS = 1,000 MB and 500 SMS, for the 600 MB that were asked for",
    { timeout: 30_000 },
  );
  await expect(card).toContainText("10 EUR per package");
  await expect(card).toContainText(/€\s?60|60(\.00)?\s?EUR/);
  await picture(page, "top-up-packages");
  await expectAccessible(page);
  const before = await atProvider<Effect[]>("/effects?kind=top_up");
  await card.getByRole("button", { name: /^Top up/ }).click(); // one owner may: the price is known
  await expect(card.getByText("Done", { exact: true })).toBeVisible({ timeout: 30_000 });

  const effects = (await atProvider<Effect[]>("/effects?kind=top_up")).slice(before.length);
  expect(effects).toHaveLength(6);
  const last = new Map(effects.map(({ iccid, after }) => [iccid, after.data_bytes]));
  expect(last.size).toBe(3);
  const left = async () =>
    rowsOf<{ iccid: string; remaining: string }>(`
      select iccid, remaining::text from sim_quota
      where type = 'data' and iccid in ('${[...last.keys()].join("','")}')`);
  await expect
    .poll(
      async () =>
        (await left()).every(
          ({ iccid, remaining }) => Math.abs(Number(remaining) - (last.get(iccid) ?? 0)) <= 1,
        ),
      { timeout: 90_000 },
    )
    .toBe(true);
});

test("what the provider cannot do is refused with what it sells instead, and nothing is kept", async ({
  page,
}) => {
  await signIn(page);
  const before = await rowsOf("select 1 from store.change_sets");
  await ask(page, "set the data quota of all CityBikes SIMs in Germany to 2 GB");
  const log = page.getByRole("log");
  await expect(log).toContainText("1NCE sells volume in fixed packages", { timeout: 30_000 });
  await expect(log).toContainText("A package adds 500 MB and 250 SMS to a SIM and costs 10 EUR");
  await picture(page, "set-quota-refused");
  expect(await rowsOf("select 1 from store.change_sets")).toHaveLength(before.length);
});
