import { expect, test } from "@playwright/test";
import { ask, demo, rowsOf, signIn } from "./simon.ts";

const QUESTION = "which SIMs used more than 1 GB last week?";
// Last week of 2026-10-21, a Wednesday: Monday 12 to Sunday 18 October. 1 GB = 1024³ bytes.
const SQL = `
  select iccid, sum(total_volume)::text as bytes from sim_usage_daily
  where day between '2026-10-12' and '2026-10-18'
  group by iccid having sum(total_volume) > 1073741824 order by sum(total_volume) desc, iccid`;

test("from signing in to a right answer, over a reload before it is there: the table's rows are those of the database", async ({
  page,
}) => {
  const expected = await rowsOf<{ iccid: string }>(SQL);
  expect(expected.length).toBeGreaterThan(0);

  await signIn(page);
  const begun = page.waitForResponse((response) => response.url().endsWith("/api/chat"));
  await ask(page, QUESTION);
  await begun;
  await page.reload();
  const log = page.getByRole("log");
  await expect(log).toContainText(`${expected.length} SIMs`);
  await expect(log).toContainText("12");
  const shown = log.locator("tbody tr");
  await expect(shown).toHaveCount(Math.min(10, expected.length));
  for (const [index, { iccid }] of expected.slice(0, 10).entries()) {
    await expect(shown.nth(index)).toContainText(iccid);
  }
  await expect(page).toHaveURL(/\/chat\/[\w-]+$/);

  const edit = page.getByRole("button", { name: "Edit the question" });
  await edit.click();
  await page.keyboard.press("Escape");
  await expect(edit).toBeFocused();
  await edit.click();
  await page.getByRole("textbox", { name: "Edit the question" }).fill("how many SIMs are active?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(log.getByRole("button", { name: "Earlier version of the question" })).toBeEnabled();
  await expect(log.locator("tbody tr")).toHaveCount(0);
  await page.getByRole("button", { name: "Earlier version of the question" }).click();
  await expect(shown).toHaveCount(Math.min(10, expected.length));

  await page.getByRole("searchbox", { name: "Search the conversations" }).fill("1 gb week");
  const hit = page.getByRole("navigation", { name: "Conversations" }).getByRole("link");
  await expect(hit.locator("mark").first()).toBeVisible();
});

test("what is typed before the page's script is there is kept", async ({ page }) => {
  await signIn(page);
  const scripts = Promise.withResolvers<void>();
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto("/chat", { waitUntil: "commit" });
  const composer = page.getByPlaceholder("Ask about your fleet");
  await composer.fill("how many SIMs are");
  scripts.resolve();
  await expect(page.getByRole("button", { name: "Send" })).toBeEnabled();
  await composer.pressSequentially(" active");
  await expect(composer).toHaveValue("how many SIMs are active");
});

test("the same question over REST gives the same rows", async ({ request }) => {
  const expected = await rowsOf<{ iccid: string; bytes: string }>(SQL);
  const answer = await request.post("/api/v1/ai/query", {
    headers: { authorization: `Bearer ${demo().apiKey}` },
    data: { query: QUESTION },
  });
  expect(answer.status()).toBe(200);
  const body = await answer.json();
  expect(body.outcome).toBe("answer");
  expect(body.result_count).toBe(expected.length);
  expect(body.results.map((row: { iccid: string }) => row.iccid)).toEqual(
    expected.map((row) => row.iccid),
  );
  for (const [index, row] of body.results.entries()) {
    expect(Object.values(row).map(String)).toContain(expected[index]?.bytes);
  }
  const again = await rowsOf<object>(body.sql);
  expect(again).toHaveLength(expected.length);
});
