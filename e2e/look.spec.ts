import { expect, test } from "@playwright/test";
import { ask, expectAccessible, expectAccessibleInBoth, picture, signIn } from "./simon.ts";

test("sign-in, empty chat, an answer with its chart and a question back are accessible, in light and dark", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expectAccessibleInBoth(page, "sign-in");

  await signIn(page);
  await expect(page.getByPlaceholder("Ask about your fleet")).toBeVisible();
  await expectAccessibleInBoth(page, "empty");

  await ask(page, "daily data usage in GB over the last 30 days");
  await expect(page.getByRole("log").locator("svg.recharts-surface").first()).toBeVisible();
  await expectAccessibleInBoth(page, "answer");

  await ask(page, "show me the bad ones");
  const options = page.getByRole("log").locator("fieldset").last().getByRole("button");
  await expect(options.first()).toBeVisible();
  await expectAccessibleInBoth(page, "question");
  await options.first().click();
  await expect(page.locator("[data-role=question]")).toHaveCount(3);
});

test("a phone of 360 px shows a conversation without scrolling sideways", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await signIn(page);
  await ask(page, "how many SIMs are there per customer?");
  await expect(page.getByRole("log").locator("tbody tr").first()).toBeVisible();
  await picture(page, "phone-answer");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await expectAccessible(page);
  await context.close();
});

test("a wrong password gets a sentence, and an ended session leads to sign-in", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("demo@simon.example");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await signIn(page);
  await page.context().clearCookies();
  await page.goto("/chat");
  await expect(page).toHaveURL(/\/sign-in/);
});
