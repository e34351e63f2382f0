import { expect, test } from "@playwright/test";
import { approve, cardOf, isDone } from "./change-card.ts";
import { expectAccessible, expectPresentable, rowsOf, signIn } from "./simon.ts";

test("anomalies are decided one by one by key, and several at once", async ({ page }) => {
  await signIn(page, "/anomalies");
  const list = page.getByRole("region", { name: "Anomalies" });
  const rows = list.getByRole("list").getByRole("listitem");
  await expect(rows.nth(3)).toBeVisible();
  await page.getByLabel("Severity").selectOption("medium");
  await page.waitForURL(/severity=medium/);
  await expect(list.getByText("high", { exact: true })).toHaveCount(0);
  await expectPresentable(page, "anomalies");

  await rows.first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(rows.nth(1)).toBeFocused();
  const bar = page.getByRole("region", { name: "Selected anomalies" });
  await expect(bar).toContainText("2 anomalies selected");
  await bar.getByRole("button", { name: "Confirm" }).click();
  const confirmed = cardOf(page, /^Confirm 2 anomalies/);
  await approve(confirmed, /^Confirm/);
  await isDone(confirmed);
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  const reason = (await rows.first().getByRole("paragraph").first().textContent()) ?? "";
  await rows.first().focus();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "30 days" }).click();
  await page.getByRole("button", { name: "Show what would change" }).click();
  const snoozed = cardOf(page, /^Snooze 1 anomaly until 2026-11-20/);
  await approve(snoozed, /^Snooze/);
  await isDone(snoozed);
  await page.keyboard.press("Escape");
  await page.getByLabel("Status").selectOption("Snoozed");
  await expect(rows.filter({ hasText: "until Nov 20" }).filter({ hasText: reason })).toBeVisible();

  await page.getByLabel("Kind").selectOption("imei");
  await page.getByLabel("Severity").selectOption("low");
  await page.getByRole("button", { name: "Show all that are open" }).click();
  await expect(page).toHaveURL(/\/anomalies$/);
});

test("the overview tells what needs somebody and leads there", async ({ page }) => {
  await rowsOf(`
    insert into store.job_runs (organization_id, job, state, asked_by, attempts, outcome, created_at, started_at, finished_at)
    select current_setting('app.organization_id'), 'audit_check', 'failed', 'schedule', 5,
      'Row 17 is not as it was recorded.', now(), now(), now()`);
  await signIn(page, "/overview");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Row 17 is not as it was recorded.",
  );
  const soon = page.getByRole("region", { name: "Running out of data soon" });
  await expect(soon.getByRole("listitem").first()).toContainText(/within 30 days/);
  await expect(page.getByRole("region", { name: "Gone silent" })).toContainText(/Oct|since/);
  await expect(
    page.getByRole("region", { name: "Usage of the fleet" }).locator("svg.recharts-surface"),
  ).toBeVisible();
  await expectPresentable(page, "overview");
  await page.getByRole("link", { name: "All of high severity" }).click();
  await expect(page.getByRole("region", { name: "Anomalies" })).toContainText("high");
  await expect(page.getByLabel("Severity")).toHaveValue("critical,high");
});

test("from the palette to a customer, what it needs, its SIMs, and who did what to them", async ({
  page,
}) => {
  const [most] = await rowsOf<{ customer: string; sims: number }>(
    "select customer, count(*) as sims from sims group by 1 order by 2 desc limit 1",
  );
  if (!most) throw new Error("The demo fleet has no customer");
  await signIn(page, "/customers");
  const rows = page.getByRole("table", { name: "Customers" }).locator("tbody tr");
  await page.getByRole("button", { name: "SIMs", exact: true }).click();
  await expect(rows.first()).toContainText(most.customer);
  await expectPresentable(page, "customers");

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search or ask" });
  await expect(palette.getByRole("option", { name: "Overview" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type(most.customer.slice(0, 6));
  await expect(palette.getByRole("option", { name: most.customer }).last()).toBeVisible();
  await palette.getByRole("option", { name: `${most.customer} ${most.sims} SIMs` }).click();
  await expect(page.getByRole("heading", { level: 1, name: most.customer })).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Usage" }).locator("svg.recharts-surface"),
  ).toBeVisible();
  await expectPresentable(page, "customer");
  await page.getByRole("link", { name: `All ${most.sims} SIMs` }).click();
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText(most.customer);

  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.type("audit");
  await page.keyboard.press("Enter");
  const entries = page.getByRole("region", { name: "Entries" }).getByRole("listitem");
  await expect(entries.first()).toContainText("demo@simon.example");
  await page.getByLabel("What", { exact: true }).selectOption("sim.suspend");
  await expect(entries.first()).toContainText(/suspended SIM \d{19}/);
  await expect(entries.first()).toContainText("active");
  await expectPresentable(page, "audit");

  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.type("how many SIMs are active?");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/chat\//);
  await expect(page.locator("[data-role=question]")).toContainText("how many SIMs are active?");
});
