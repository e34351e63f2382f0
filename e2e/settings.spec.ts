import { expect, test } from "@playwright/test";
import { ask, demo, expectPresentable, memberPage, signIn } from "./simon.ts";

test("a person says who they are and how they read numbers, and pages are written so", async ({
  page,
}) => {
  await signIn(page, "/settings/profile");
  await page.getByLabel("Name").fill("Dana Demo");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByLabel("Numbers and dates").selectOption("de-DE");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expectPresentable(page, "settings-profile");
  await page.goto("/settings/members");
  await expect(page.getByRole("row", { name: /Dana Demo/ })).toContainText(/\d\d\.\d\d\.\d{4}/);
  const asked = page.waitForRequest("**/api/chat");
  await page.goto("/chat");
  await ask(page, "how many SIMs were active yesterday?");
  expect((await asked).postDataJSON()).toMatchObject({ zone: "Asia/Tokyo" });

  await page.goto("/settings/profile");
  await page.getByLabel("Time zone").selectOption("");
  await page.getByLabel("Numbers and dates").selectOption("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
});

test("an owner says what needs attention, what is kept and which model answers; others do not", async ({
  page,
  browser,
}) => {
  await signIn(page, "/settings/organization");
  await page.getByLabel("Running out of data within").fill("14");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The Overview goes by it")).toBeVisible();
  await expectPresentable(page, "settings-organization");
  await page.goto("/overview");
  await expect(page.getByText("Run out in 14 days")).toBeVisible();

  await page.goto("/settings/retention");
  await page.getByLabel("Conversations").fill("3650");
  await expect(page.getByText("The next run deletes nothing")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expectPresentable(page, "settings-retention");

  await page.goto("/settings/model");
  await expect(page.getByText("Built-in planner")).toBeVisible();
  await expect(page.getByText("No language model is configured")).toBeVisible();
  await expectPresentable(page, "settings-model");

  const viewer = await memberPage(browser, page, "viewer", "/settings/retention");
  for (const path of ["organization", "retention", "model"]) {
    await viewer.goto(`/settings/${path}`);
    await expect(viewer.getByText("This page is for owners")).toBeVisible();
  }
  await viewer.context().close();
});

test("the bell tells of a change that a key proposed, until the person switches that off", async ({
  page,
  request,
}) => {
  const headers = { authorization: `Bearer ${demo().apiKey}`, "idempotency-key": "bell" };
  const { sims } = await (
    await request.get("/api/v1/sims?status=active&limit=1", { headers })
  ).json();
  const data = { iccids: [sims[0].iccid], status: "suspended" };
  expect((await request.post("/api/v1/sims/status", { headers, data })).status()).toBe(202);

  await signIn(page, "/settings/notifications");
  await page.getByRole("button", { name: /^Notifications, / }).click();
  const panel = page.getByRole("dialog", { name: "Notifications" });
  await expect(panel.getByRole("link", { name: /waits for approval/ }).first()).toBeVisible();
  await expectPresentable(page, "notifications");
  await panel
    .getByRole("link", { name: /waits for approval/ })
    .first()
    .click();
  await page.waitForURL("**/changes/*");
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();

  await page.goto("/settings/notifications");
  await page.getByLabel("A change waits for approval").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("button", { name: "Notifications", exact: true }).click();
  await expect(panel.getByRole("link", { name: /waits for approval/ })).toHaveCount(0);
});
