import { expect, test } from "@playwright/test";
import { expectAccessible, picture, rowsOf, signIn } from "./simon.ts";

interface Named {
  iccid: string;
  label: string;
}

test("from the list to a SIM, and a question about it", async ({ page }) => {
  const [sim] = await rowsOf<Named>(
    "select iccid, label from sims where status = 'active' and label is not null order by iccid limit 1",
  );
  if (!sim) throw new Error("The demo fleet has no active SIM");
  await signIn(page, "/sims");
  await expect(page.getByRole("row")).toHaveCount(51); // a page and its header
  await picture(page, "sims");
  await expectAccessible(page);

  await page.getByLabel("Search the SIMs").fill(sim.label);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page).toHaveURL(/search=/);
  await page.getByRole("link", { name: sim.label }).click();

  await expect(page.getByRole("heading", { level: 1, name: sim.label })).toBeVisible();
  await expect(page.locator("svg.recharts-surface").first()).toBeVisible();
  await picture(page, "sim");
  await expectAccessible(page);

  await page.getByLabel("Ask a question").fill("when was it last seen?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.waitForURL(/\/chat\//);
  await expect(page.getByRole("log").locator("tbody tr")).toHaveCount(1);
  await expect(page.getByRole("log")).toContainText(sim.label);
});

test("more rows, a filter with nothing behind it, and the way back", async ({ page }) => {
  await signIn(page, "/sims");
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("row")).toHaveCount(101);
  await expect(page.getByRole("row").nth(51).getByRole("link").first()).toBeFocused();
  await page.getByLabel("Search the SIMs").fill("no such device");
  await expect(page.getByText("No SIM is like that")).toBeVisible();
  await page.getByRole("button", { name: "Show all SIMs" }).click();
  await expect(page.getByRole("button", { name: "Filters" })).toBeFocused();
  await expect(page.getByRole("row")).toHaveCount(101); // as far as it was read before
  await page.getByLabel("Status").selectOption("suspended");
  await expect(page.getByRole("cell", { name: "active", exact: true })).toHaveCount(0);

  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("Radio").selectOption("LTE-M");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Tags" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Keep this view" }).click();
  await page.getByLabel("Name").fill("Suspended meters");
  await page.getByRole("button", { name: "Keep view" }).click();
  await expect(page.getByRole("button", { name: "Suspended meters" })).toBeVisible();

  await page.goto("/sims");
  await expect(page.getByRole("columnheader", { name: "Tags" })).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Suspended meters" }).click();
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText("Radio: LTE-M");
  await expect(page.getByLabel("Status")).toHaveValue("suspended");
  await expect(page.getByRole("cell", { name: "active", exact: true })).toHaveCount(0);
  await page.getByLabel("Search the SIMs").press("ArrowDown");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "Selected SIMs" })).toContainText("1 SIM selected");
  await expect(page.getByRole("row").nth(2).getByRole("checkbox")).toBeChecked();
});

test("until a filter's rows come, those of before are of no use, and what was chosen by another is dropped aloud", async ({
  page,
  context,
}) => {
  const [counts] = await rowsOf<{ all: number; active: number; suspended: number }>(
    `select count(*)::int as all, (count(*) filter (where status = 'active'))::int as active,
       (count(*) filter (where status = 'suspended'))::int as suspended from sims`,
  );
  const said = (count = 0) => page.getByText(`${count.toLocaleString("en")} SIMs`, { exact: true });
  await signIn(page, "/sims");
  await expect(said(counts?.all)).toBeVisible();
  const bar = page.getByRole("region", { name: "Selected SIMs" });
  const first = page.getByRole("row").nth(1).getByRole("checkbox");
  const busy = page.locator("[aria-busy=true] table");
  const { promise: isLate, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/\/api\/v1\/sims\?.*status=active/, async (route) => {
    await isLate;
    await route.continue();
  });
  await page.getByLabel("Status").selectOption("active");
  await expect(busy).toBeVisible();
  await expect(first).toBeDisabled();
  letGo();
  await expect(busy).toHaveCount(0);
  await expect(said(counts?.active)).toBeVisible();

  await page.getByRole("checkbox", { name: "Select all rows shown" }).click();
  await bar.getByRole("button", { name: /^Select all [\d,]+ that match$/ }).click();
  await expect(bar.getByRole("button", { name: "Actions" })).toBeFocused();
  await expect(bar).toContainText(`${counts?.active.toLocaleString("en")} SIMs selected`);
  await page.getByLabel("Status").selectOption("suspended");
  await expect(bar).toHaveCount(0);
  await expect(page.getByText(/^[\d,]+ SIMs no longer selected/)).toBeVisible();
  await expect(busy).toHaveCount(0);
  await expect(said(counts?.suspended)).toBeVisible();

  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("Radio").selectOption("LTE-M");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page.getByRole("button", { name: "Filters" })).toBeFocused();

  await context.setOffline(true);
  await page.getByLabel("Status").selectOption("inactive");
  await expect(page.getByText("This filter needs a connection")).toBeVisible();
  await expect(first).toBeDisabled();
  await context.setOffline(false);
  await expect(busy).toHaveCount(0);
  await expect(page.getByText("This filter needs a connection")).toHaveCount(0);
});

test("a SIM that does not exist says so", async ({ page }) => {
  await signIn(page, "/sims");
  await page.goto("/sims/8988000000000000000");
  await expect(page.getByText("This SIM could not be loaded")).toBeVisible();
  await page.getByRole("link", { name: "SIMs" }).first().click();
  await expect(page.getByRole("heading", { name: "SIMs" })).toBeVisible();
});
