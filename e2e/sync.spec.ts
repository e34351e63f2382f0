import { expect, type Page, test } from "@playwright/test";
import { approve, cardOf, isDone } from "./change-card.ts";
import { atProvider, expectPresentable, memberPage, rowsOf, signIn } from "./simon.ts";

const SYNC = "Synchronise with the provider";

interface Sim {
  readonly iccid: string;
  readonly label: string;
}

/** Two SIMs that have another name here than at the provider. */
async function renameOnBothSides(): Promise<readonly [Sim, Sim]> {
  const mirrored = () =>
    rowsOf<Sim>(`
      select iccid, s.label from store.provider_sims p
      join store.sims s using (organization_id, iccid)
      where gone_at is null and s.status = 'active' and s.label = p.label
        and organization_id = current_setting('app.organization_id')
      order by iccid desc limit 2`);
  await expect.poll(async () => (await mirrored()).length, { timeout: 120_000 }).toBe(2);
  const [first, second] = await mirrored();
  if (!first || !second) throw new Error("The provider has no two SIMs of the demo fleet");
  for (const { iccid, label } of [first, second]) {
    await atProvider(`/sims/${iccid}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ label: `${label} there` }),
    });
    await rowsOf(`update store.sims set label = '${label} here' where iccid = '${iccid}'`);
  }
  return [first, second];
}

/** A job is done now; answers what came of it. */
async function runNow(page: Page, title: string): Promise<string> {
  const asked = page.getByRole("row", { name: new RegExp(`^${title} ?asked for by`) });
  const before = await asked.count();
  const button = page.getByRole("button", { name: new RegExp(`^Run now ?: ${title}$`) });
  await expect(button).toBeEnabled({ timeout: 120_000 }); // the first one may still be under way
  await button.click();
  await expect(asked).toHaveCount(before + 1);
  await expect(asked.first()).toContainText("done", { timeout: 120_000 });
  return (await asked.first().textContent()) ?? "";
}

test("an owner synchronises now, takes one difference over and sends the other out as a change", async ({
  browser,
  page,
}) => {
  await signIn(page, "/settings/jobs");
  const [taken, sent] = await renameOnBothSides();
  expect(await runNow(page, SYNC)).toMatch(/The list of SIMs: [\d,]+ calls?\./);
  await expectPresentable(page, "jobs");

  await page.goto("/settings/sync");
  await expect(page.getByRole("region", { name: "Age of the data" })).toContainText(
    /List of SIMs.*from 1NCE, next/,
  );
  const runs = page.getByRole("region", { name: "Last runs" });
  await expect(runs).toContainText(/[\d,]+ calls within the last day/);
  await expect(runs.getByRole("row", { name: /^List of SIMs .*done/ }).first()).toBeVisible();
  const differences = page.getByRole("region", { name: "Differences" });
  const difference = ({ label }: Sim) =>
    differences.getByRole("listitem").filter({ hasText: `${label} there` });
  await expect(difference(taken)).toContainText("Changed on both sides");
  await expect(difference(taken)).toContainText(`${taken.label} here`);
  await expectPresentable(page, "sync");

  await difference(taken).getByRole("button", { name: "Take theirs" }).click();
  await expect(difference(taken)).toHaveCount(0);
  expect(await rowsOf(`select label from sims where iccid = '${taken.iccid}'`)).toEqual([
    { label: `${taken.label} there` },
  ]);

  await difference(sent).getByRole("button", { name: "Send ours" }).click();
  await page.waitForURL(/\/changes\//);
  const card = cardOf(page, /^Send the device name of 1 SIM/);
  await expect(card).toContainText(`${sent.label} here`);
  await approve(card, /^Send the device name/);
  await isDone(card);
  expect(await atProvider(`/sims/${sent.iccid}`)).toMatchObject({ label: `${sent.label} here` });
  await page.goto("/settings/sync");
  await expect(page.getByRole("region", { name: "Last runs" })).toBeVisible();
  await expect(difference(sent)).toHaveCount(0);

  const operator = await memberPage(browser, page, "operator", "/settings/sync");
  for (const path of ["/settings/sync", "/settings/jobs", "/settings/connection"]) {
    await operator.goto(path);
    await expect(operator.getByText("This page is for owners")).toBeVisible();
    await expect(operator.getByRole("navigation", { name: "Settings" })).not.toContainText("Jobs");
  }
  await operator.context().close();
});

test("an owner changes when a job is done by itself, and is told what no time is", async ({
  page,
}) => {
  await signIn(page, "/settings/jobs");
  const job = page.getByRole("row", { name: /^Check the audit log Whether/ });
  const dialog = page.getByRole("dialog");
  const times = dialog.getByRole("textbox", { name: "Times" });
  await job.getByRole("button", { name: "Times" }).click();
  await times.fill("at noon");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("at noon");
  await times.fill("15 5 * * *");
  await dialog.getByLabel("Time zone").fill("Europe/Berlin");
  await expectPresentable(page, "jobs-times");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(job).toContainText("15 5 * * * (Europe/Berlin)");

  await job.getByRole("button", { name: "Times" }).click();
  await dialog.getByLabel("Done by itself at these times").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(job).toContainText("switched off");
  await page.reload();
  await expect(job).toContainText("switched off");
});
