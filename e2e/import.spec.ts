import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { rowsOf, signIn } from "./simon.ts";

const ICCIDS = ["8988228066689990001", "8988228066689990002"];
const SIMS = `ICCID;MSISDN;Status;Label\n${ICCIDS[0]};+491511234567;Enabled;=Pump\n${ICCIDS[1]};+491511234568;Disabled;Valve\n8.98E+18;;Enabled;=lost\n`;
const USAGE = `ICCID,Date,Upload (MB),Download (MB)\n${ICCIDS[0]},2026-10-14,1.5,0.5\n${ICCIDS[1]},yesterday,1,1\n`;

const inMemory = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

test("own SIMs and usage: chosen together, loaded in order, bad rows given back, again without a change", async ({
  page,
}) => {
  await signIn(page, "/import");
  const files = [inMemory("usage.csv", USAGE), inMemory("sims.csv", SIMS)];
  const load = async () => {
    await page.getByLabel("Choose files").setInputFiles(files);
    await expect(page.getByText(/read in/)).toHaveCount(2);
  };
  await load();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["sims.csv", "usage.csv"]);
  await expect(page.getByText("2 loaded, 0 already there, 1 bad")).toBeVisible();
  await expect(page.getByText("1 loaded, 0 already there, 1 bad")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Bad rows as CSV" }).first().click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv).toMatch(/^line,field,value,reason,ICCID,MSISDN,Status,Label\n4,ICCID,8\.98E\+18,/);
  expect(csv).toContain(`"'=lost"`);

  await load();
  await expect(page.getByText("0 loaded, 2 already there, 1 bad")).toBeVisible();
  const [row] = await rowsOf<{ total: string }>(
    `select total_volume::text as total from sim_usage_daily where iccid = '${ICCIDS[0]}'`,
  );
  expect(row?.total).toBe(String(2 * 1024 ** 2));
});

test("a file dropped on the page that cannot be loaded gets a sentence", async ({ page }) => {
  await signIn(page, "/import");
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["name,age\nx,1\n"], "people.csv", { type: "text/csv" }));
    return transfer;
  });
  await page.dispatchEvent("body", "dragenter", { dataTransfer: dropped });
  await expect(page.getByText("Drop to load")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await expect(page.getByRole("alert").filter({ hasText: "no ICCID column" })).toBeVisible();
});
