import { expect, test } from "@playwright/test";
import { ask, signIn } from "./simon.ts";

test("a question that is asked offline waits, is kept over a reload, and goes on with the connection", async ({
  page,
  context,
}) => {
  await signIn(page);
  const composer = page.getByPlaceholder("Ask about your fleet");
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await ask(page, "how many SIMs are active?");
  await expect(page.getByText("Waiting for the connection")).toBeVisible();
  await composer.fill("and suspended?");
  await composer.press("Enter");
  await expect(page.getByRole("button", { name: "Send" })).toBeDisabled();

  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toHaveCount(0);
  await expect(page.getByRole("log")).toContainText(/\d+ .*active/i);
  await expect(composer).toHaveValue("and suspended?");
  await page.reload();
  await expect(composer).toHaveValue("and suspended?");
  await composer.press("Enter");
  await expect(page.getByRole("log")).toContainText(/\d+ .*suspended/i);
  await expect(composer).toHaveValue("");
});

test("where nobody answers, what was loaded stays, a link waits, and all goes on by itself", async ({
  page,
}) => {
  await signIn(page, "/sims");
  const rows = page.locator("tbody tr");
  await expect(rows).toHaveCount(50);
  await page.route("**/*", (route) => route.abort());
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByText("Simon does not answer.")).toBeVisible();
  await expect(rows).toHaveCount(50);
  await expect(page.getByText("could not be loaded")).toHaveCount(0);
  await page.getByRole("link", { name: "Customers" }).click();
  await expect(page).toHaveURL(/\/sims$/);

  await page.unroute("**/*");
  await expect(page).toHaveURL(/\/customers$/);
  await expect(page.getByText("Simon does not answer.")).toHaveCount(0);
  await expect(page.getByRole("table")).toBeVisible();
});
