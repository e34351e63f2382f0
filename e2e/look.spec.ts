import { expect, type Page, test } from "@playwright/test";
import { ask, expectAccessible, signIn } from "./simon.ts";

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/look/${name}.png` });

for (const colorScheme of ["light", "dark"] as const) {
  test(`${colorScheme}: sign-in, empty chat, an answer with its chart and a question back are accessible`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await shot(page, `${colorScheme}-sign-in`);
    await expectAccessible(page);

    await signIn(page);
    await expect(page.getByPlaceholder("Ask about your fleet")).toBeVisible();
    await shot(page, `${colorScheme}-empty`);
    await expectAccessible(page);

    await ask(page, "daily data usage in GB over the last 30 days");
    await expect(page.getByRole("log").locator("svg.recharts-surface").first()).toBeVisible();
    await page.waitForTimeout(500); // the chart's own motion ends before the picture is taken
    await shot(page, `${colorScheme}-answer`);
    await expectAccessible(page);

    await ask(page, "show me the bad ones");
    const options = page.getByRole("log").locator("fieldset").last().getByRole("button");
    await expect(options.first()).toBeVisible();
    await shot(page, `${colorScheme}-question`);
    await expectAccessible(page);
    await options.first().click();
    await expect(page.locator("[data-role=question]")).toHaveCount(3);
    await context.close();
  });
}

test("a phone of 360 px shows a conversation without scrolling sideways", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await signIn(page);
  await ask(page, "how many SIMs are there per customer?");
  await expect(page.getByRole("log").locator("tbody tr").first()).toBeVisible();
  await shot(page, "phone-answer");
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
