import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { approve, cardOf, isDone } from "./change-card.ts";
import { ask, expectAccessible, expectPresentable, rowsOf, signIn } from "./simon.ts";

interface Sim {
  readonly iccid: string;
  readonly label: string;
  readonly anomaly: string;
}

/** With a quota, and something odd that nobody has looked at. */
async function oddSims(): Promise<readonly Sim[]> {
  return rowsOf<Sim>(`
    select s.iccid, s.label, min(a.id)::text as anomaly
    from store.anomalies a join store.sims s using (organization_id, iccid)
    join store.sim_quota q using (organization_id, iccid)
    where a.organization_id = current_setting('app.organization_id') and a.status = 'open'
      and a.kind in ('spike', 'drop') and a.day > '2026-08-01' and q.type = 'data'
      and s.status = 'active' and s.label is not null
    group by 1, 2 having count(*) = 1 order by 1 limit 2`);
}

const forecastOf = (page: Page, { label }: Sim) =>
  page.getByRole("region", { name: `Forecast of ${label}` }).last();
const anomaliesOf = (page: Page, { label }: Sim) =>
  page.getByRole("region", { name: `Anomalies of ${label}` }).last();
const adviceFor = (page: Page, { label }: Sim) =>
  page.getByRole("region", { name: `Quota advice for ${label}` }).last();

test("the page of a SIM says what it will use, what is odd about it and what it should be on", async ({
  page,
}) => {
  const [sim] = await oddSims();
  if (!sim) throw new Error("The demo fleet has no odd SIM");
  await signIn(page, `/sims/${sim.iccid}`);
  const forecast = forecastOf(page, sim);
  await expect(forecast.locator("svg.recharts-surface")).toBeVisible();
  await expect(anomaliesOf(page, sim).locator("svg.recharts-surface")).toBeVisible();
  await expect(adviceFor(page, sim)).toBeVisible();
  await expectPresentable(page, "sim-analysis");

  await forecast.getByRole("button", { name: "Quota" }).click();
  await expect(
    forecast.getByRole("img", { name: /in all, against the .+ that are left/ }),
  ).toBeVisible();
  await forecast.getByRole("button", { name: "Table" }).click();
  await expect(forecast.getByRole("row")).toHaveCount(1 + 30 + 90);
  const file = page.waitForEvent("download");
  await forecast.getByRole("button", { name: "CSV" }).click();
  const lines = (await readFile(await (await file).path(), "utf8")).trim().split("\r\n");
  expect(lines[0]).toBe("day,used,predicted,mean,lower_80,upper_80,lower_95,upper_95");
  expect(lines).toHaveLength(1 + 30 + 90);
  await page.getByLabel("Ahead").selectOption("7");
  await expect(forecast).toContainText("Next 7 days");
  await page.getByLabel("Method").selectOption("mstl");
  await expect(forecast).toContainText(/Method: .*MSTL/);

  const anomalies = anomaliesOf(page, sim);
  const found = anomalies
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Not an anomaly/ }) })
    .first();
  const name = (await found.getAttribute("aria-label")) ?? "";
  await found.getByRole("button", { name: /^Not an anomaly/ }).click();
  const card = cardOf(page, /^Dismiss 1 anomaly/);
  await approve(card, /^Dismiss/);
  await isDone(card);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  const dismissed = anomalies.getByRole("listitem", { name });
  await expect(dismissed).toContainText("not an anomaly");
  await expect(dismissed.getByRole("button", { name: /^Reopen/ })).toBeVisible();
});

test("the chat answers with the same cards, and an anomaly that is confirmed there is so at once", async ({
  page,
}) => {
  const sim = (await oddSims()).at(-1);
  if (!sim) throw new Error("The demo fleet has no odd SIM");
  await signIn(page);
  await ask(page, `forecast the usage of ${sim.iccid} for the next 14 days`);
  const forecast = forecastOf(page, sim);
  await expect(forecast).toContainText("Next 14 days");
  await expect(forecast.locator("svg.recharts-surface")).toBeVisible();

  await ask(page, `which plan would be cheapest for ${sim.iccid}?`);
  await expect(adviceFor(page, sim)).toContainText(/Rate plan|no advice/);

  await ask(page, `anything odd about ${sim.iccid}?`);
  const anomalies = anomaliesOf(page, sim);
  await expect(anomalies.locator("svg.recharts-surface")).toBeVisible();
  await expectPresentable(page, "chat-analysis");
  const first = anomalies
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Confirm/ }) })
    .first();
  const name = (await first.getAttribute("aria-label")) ?? "";
  await first.getByRole("button", { name: /^Confirm/ }).click();
  const card = cardOf(page, /^Confirm 1 anomaly/);
  await approve(card, /^Confirm/);
  await isDone(card);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  await expect(anomalies.getByRole("listitem", { name })).toContainText("(confirmed");
});

test("a SIM is forecast in the chat by our method, by Prophet and by MSTL", async ({ page }) => {
  const [sim] = await rowsOf<{ label: string }>(`
    select s.label from sims s join sim_quota q using (iccid)
    where s.status = 'active' and s.label is not null and q.type = 'data' order by s.iccid limit 1`);
  if (!sim) throw new Error("The demo fleet has no active SIM");
  await signIn(page);
  const log = page.getByRole("log");
  const said = (text: RegExp) => expect(log.getByText(text).last()).toBeVisible();
  await ask(page, `forecast the usage of ${sim.label} for the next 14 days`);
  await said(/is expected to use .+ in the next 14 days/);
  await expect(log.locator("svg.recharts-surface").last()).toBeVisible();
  await expectAccessible(page);
  await ask(page, "compare with Prophet");
  await said(new RegExp(`^By Prophet, ${sim.label} is expected to use`));
  await ask(page, "and with MSTL");
  await said(new RegExp(`^By MSTL with ETS, ${sim.label} is expected to use`));
});
