import { expect, test } from "@playwright/test";
import { ask, expectPresentable, rowsOf, signIn } from "./simon.ts";

test("a file goes with its question, becomes a list that is renamed, opened among the SIMs and deleted", async ({
  page,
}) => {
  const sims = await rowsOf<{ iccid: string }>(
    "select iccid from sims where status = 'active' order by iccid limit 12",
  );
  await signIn(page);
  const composer = page.getByPlaceholder("Ask about your fleet");
  await composer.fill("how many are active?");
  await page.locator("input[type=file]").setInputFiles({
    name: "lot-7.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`iccid\n${sims.map(({ iccid }) => iccid).join("\n")}\n`),
  });
  await expect(page.getByText("It goes with your question")).toBeVisible();
  await composer.press("Enter");
  await expect(page.getByRole("log")).toContainText("12 SIMs");

  await page.goto("/lists");
  await expectPresentable(page, "lists");
  await page.getByRole("button", { name: "Rename lot-7.csv" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("North");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByRole("link", { name: "North" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(12);
  await page.goBack();
  await page.getByRole("button", { name: "Delete North" }).click();
  await page.getByRole("button", { name: "Delete the list" }).click();
  await expect(page.getByText("There are no lists yet")).toBeVisible();
});

test("SIMs are sorted page by page, and all that match are changed through one preview", async ({
  page,
}) => {
  const latest = await rowsOf<{ iccid: string }>(
    "select iccid from sims where last_seen_at is not null order by last_seen_at desc, iccid desc limit 60",
  );
  await signIn(page, "/sims");
  await page.getByRole("button", { name: "Last seen" }).click();
  const rows = page.locator("tbody tr");
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(100);
  await expect(page.getByRole("columnheader", { name: "Last seen" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  for (const index of [0, 49, 50, 59]) {
    await expect(rows.nth(index)).toContainText(latest[index]?.iccid ?? "");
  }

  const [inactive] = await rowsOf<{ count: number }>(
    "select count(*)::int as count from sims where status = 'inactive'",
  );
  await page.goto("/sims?status=inactive");
  await page.getByLabel("Select all rows shown").check();
  await page.getByRole("button", { name: `Select all ${inactive?.count} that match` }).click();
  await expect(page.getByText(`${inactive?.count} SIMs selected`)).toBeVisible();
  await page.getByRole("button", { name: "Activate", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText(/Activate \d+ SIMs/);
  await page.getByRole("button", { name: "Reject" }).click();
});

test("a pin is there on another device", async ({ page, browser }) => {
  await signIn(page);
  await ask(page, "SIMs per status");
  await page.getByRole("button", { name: "Pin beside the conversation" }).click();
  await expect(page.getByRole("complementary", { name: "Pinned answers" })).toBeVisible();

  const other = await browser.newContext();
  await other.addCookies(await page.context().cookies());
  const elsewhere = await other.newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByRole("complementary", { name: "Pinned answers" })).toBeVisible();
  await other.close();
});
