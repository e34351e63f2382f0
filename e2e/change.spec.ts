import { expect, type Page, test } from "@playwright/test";
import { ask, picture, rowsOf, signIn } from "./simon.ts";

const totals = (from: string, to: string, group: string) =>
  rowsOf<{ name: string }>(`
    select s.${group} as name, sum(d.total_volume) as bytes
    from sim_usage_daily d join sims s using (iccid) where d.day between '${from}' and '${to}'
    group by 1 order by 2 desc`);

const change = async (page: Page, chip: RegExp, to: string) => {
  await page.getByRole("button", { name: chip }).last().click();
  await page.getByRole("menuitem", { name: to }).click();
  await expect(page.getByRole("button", { name: "As asked" })).toBeVisible();
};

test("the parts of a reading change in place, and the answer leads back to what was asked", async ({
  page,
}) => {
  await signIn(page);
  await ask(page, "data usage by customer last week, largest first");
  const log = page.getByRole("log");
  const names = log.locator("tbody tr td:first-child, tbody tr th:first-child");
  const shown = async () => (await names.allTextContents()).map((name) => name.trim());
  const expectNames = async (rows: { name: string }[]) =>
    expect.poll(shown).toEqual(rows.map(({ name }) => name));
  await expectNames(await totals("2026-10-12", "2026-10-18", "customer"));

  await change(page, /^Period: /, "Last month");
  await expect(log).toContainText("September 2026");
  await expectNames(await totals("2026-09-01", "2026-09-30", "customer"));
  await expect(page.getByRole("button", { name: /^Period: / }).last()).toBeFocused();

  await change(page, /^Grouped by: /, "By country");
  await expectNames(await totals("2026-09-01", "2026-09-30", "country"));
  await picture(page, "changed");

  await page.getByRole("button", { name: "As asked" }).click();
  await expectNames(await totals("2026-10-12", "2026-10-18", "customer"));
});

test("the period of “which SIMs used more than 1 GB last week?” changes without typing", async ({
  page,
}) => {
  const expected = await rowsOf<{ iccid: string }>(`
    select iccid from sim_usage_daily where day between '2026-09-01' and '2026-09-30'
    group by iccid having sum(total_volume) > 1073741824`);
  await signIn(page);
  await ask(page, "which SIMs used more than 1 GB last week?");
  await change(page, /^Filter: whose total data/, "Last month");
  const log = page.getByRole("log");
  await expect(log).toContainText("September 2026");
  const all = log.getByRole("button", { name: `Show all ${expected.length}` });
  await all.click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(all).toBeFocused();
});

test("an empty answer offers the nearest question that has rows", async ({ page }) => {
  const without = await rowsOf(
    "select 1 from sims where customer = 'CityBikes' and status = 'suspended'",
  );
  expect(without.length).toBeGreaterThan(0);
  await signIn(page);
  await ask(page, "suspended CityBikes SIMs activated in the last hour");
  const log = page.getByRole("log");
  await expect(log).toContainText("Nothing matches");
  await picture(page, "nothing");
  const offer = log.getByRole("button", { name: /^Without “activated/ });
  await expect(offer).toContainText(`${without.length}`);
  await offer.click();
  await expect(log.locator("tbody tr")).toHaveCount(Math.min(10, without.length));
});

test("a person changes the password under Settings", async ({ page }) => {
  await signIn(page, "/settings/profile");
  await page.getByLabel("Present password").fill("not the password");
  await page.getByLabel("New password").fill("another good horse");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("alert").first()).toContainText("present password is not right");
  await picture(page, "account");
});
