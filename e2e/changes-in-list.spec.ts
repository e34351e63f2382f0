import { expect, test } from "@playwright/test";
import { approve, isDone } from "./change-card.ts";
import { expectAccessible, rowsOf, signIn } from "./simon.ts";

test("many SIMs of the list: selected over pages, changed at once after their number is typed", async ({
  page,
}) => {
  await signIn(page, "/sims");
  await page.getByRole("checkbox", { name: "Select all rows shown" }).click();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("row")).toHaveCount(101);
  const boxes = page.getByRole("row").getByRole("checkbox");
  await boxes.nth(61).click();
  await boxes.nth(65).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selected SIMs" });
  await expect(bar).toContainText("55 SIMs selected");
  await page.getByLabel("Status").selectOption("inactive");
  await expect(page.locator("[aria-busy=true] table")).toHaveCount(0);
  await expect(bar).toContainText("not among the rows shown; they stay selected");
  await expectAccessible(page);

  await bar.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Change tags" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Add").fill("browser-test");
  await dialog.getByRole("button", { name: "Show what would change" }).click();
  const act = dialog.getByRole("button", { name: /^Add tag browser-test/ });
  await expect(act).toBeDisabled();
  await dialog.getByLabel(/^Type 55/).fill("54");
  await expect(act).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel(/^Type 55/).fill("55");
  await act.click();
  await isDone(dialog);
  const tagged = await rowsOf("select 1 from sims where 'browser-test' = any(tags)");
  expect(tagged).toHaveLength(55);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(bar.getByRole("button", { name: "Actions" })).toBeFocused();
  await bar.getByRole("button", { name: "Clear" }).click();
  await expect(bar).toHaveCount(0);
});

test("every action that the provider can do becomes a proposal, which does nothing", async ({
  page,
}) => {
  const sims = "select iccid, status, rate_plan, customer, label, tags from sims order by iccid";
  const before = await rowsOf(sims);
  await signIn(page, "/sims");
  await page.getByLabel("Status").selectOption("active");
  await expect(page.getByRole("cell", { name: "suspended", exact: true })).toHaveCount(0);
  await page.getByRole("row").nth(1).getByRole("checkbox").click();
  const dialog = page.getByRole("dialog");
  const propose = async (action: string, fill?: () => Promise<unknown>) => {
    await page.getByRole("button", { name: "Actions" }).click();
    await page.getByRole("menuitem", { name: action }).click();
    if (fill) {
      await fill();
      await dialog.getByRole("button", { name: "Show what would change" }).click();
    }
    await expect(dialog.getByRole("button", { name: /1 SIM/ })).toBeEnabled({
      enabled: action !== "Remove", // which its number is typed for
    });
    await dialog.getByRole("button", { name: "Reject" }).click();
    await expect(dialog.getByText("Rejected", { exact: true })).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
  };
  await propose("Suspend");
  await propose("Top up", async () => {
    const packages = dialog.getByLabel("Packages for each SIM");
    await packages.fill("2.5");
    await expect(dialog.getByText("a whole number of packages, from 1 to 10")).toBeVisible();
    await packages.fill("2");
  });
  await propose("Change tags", () => dialog.getByLabel("Add").fill("one, two"));
  await propose("Rename", () => dialog.getByLabel("Device name").fill("Another name"));
  await propose("Change customer", () => dialog.getByLabel("Customer").fill("Another customer"));
  await propose("Send SMS", async () => {
    const text = dialog.getByLabel("Text");
    await text.fill("a".repeat(2_100));
    await expect(dialog.getByText("2,100 characters; at most 1,600")).toBeVisible();
    await expect(text).toHaveValue("a".repeat(2_100));
    await text.fill("reboot");
  });
  await propose("Reset connectivity");
  await propose("Remove");
  await page.getByRole("button", { name: "Actions" }).click();
  await expect(page.getByRole("menuitem", { name: "Suspend" })).toBeVisible();
  for (const name of ["Change rate plan", "Refresh usage"])
    await expect(page.getByRole("menuitem", { name })).toHaveCount(0);
  expect(await rowsOf(sims)).toEqual(before);
});

test("a preview that was called off comes back into no other dialog", async ({ page }) => {
  await signIn(page, "/sims");
  await page.getByRole("row").nth(1).getByRole("checkbox").click();
  await page.getByRole("row").nth(2).getByRole("checkbox").click();
  const dialog = page.getByRole("dialog");
  const begin = async (action: string) => {
    await page.getByRole("button", { name: "Actions" }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };
  const { promise: isLate, resolve: letGo } = Promise.withResolvers<void>();
  const calledOff = page.waitForEvent("requestfailed", (one) => one.url().endsWith("/top-up"));
  await page.route("**/api/v1/sims/top-up", async (route) => {
    const response = await route.fetch();
    await isLate;
    await route.fulfill({ response }).catch(() => {}); // nobody waits for it any more
  });
  await begin("Top up");
  await dialog.getByRole("textbox").fill("2");
  await dialog.getByRole("button", { name: "Show what would change" }).click();
  await expect(dialog.getByRole("button", { name: "One moment" })).toBeVisible();
  await page.keyboard.press("Escape");
  await calledOff;

  await begin("Send SMS");
  await dialog.getByLabel("Text").fill("reboot");
  letGo();
  await page.unrouteAll({ behavior: "wait" });
  await expect(dialog.getByLabel("Text")).toHaveValue("reboot");
  await dialog.getByRole("button", { name: "Show what would change" }).click();
  await expect(dialog.getByRole("button", { name: /^Send an SMS to 2 SIMs/ })).toBeEnabled();
  await expect(dialog.getByRole("button", { name: /^Top up/ })).toHaveCount(0);
});

test("the page of a SIM shows what an approved change made of it, without loading it again", async ({
  page,
}) => {
  const [sim] = await rowsOf<{ iccid: string }>(
    "select iccid from sims where status = 'active' order by iccid desc limit 1",
  );
  await signIn(page, "/sims");
  await page.goto(`/sims/${sim?.iccid}`);
  const details = page.getByRole("region", { name: `SIM ${sim?.iccid}` });
  await expect(details).toContainText("active");
  await page.getByRole("button", { name: "Actions" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog");
  await approve(dialog, /^Suspend 1 SIM$/);
  await isDone(dialog);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(details).toContainText("suspended");
});
