import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { textRow, workbook } from "#domain/imports/testing/workbook.ts";
import { expectAccessible, rowsOf, signIn } from "./simon.ts";

const ICCIDS = ["8988228066689990001", "8988228066689990002", "8988228066689990003"];
const SIMS = `ICCID;MSISDN;Status;Label\n${ICCIDS[0]};+491511234567;Enabled;=Pump\n${ICCIDS[1]};+491511234568;Disabled;Valve\n8.98E+18;;Enabled;=lost\n`;
const USAGE = `ICCID,Date,Upload (MB),Download (MB)\n${ICCIDS[0]},2026-10-14,1.5,0.5\n${ICCIDS[1]},yesterday,1,1\n`;

const inMemory = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});
const choose = (page: Page, ...files: ReturnType<typeof inMemory>[]) =>
  page.getByLabel("Choose files").setInputFiles(files);
const card = (page: Page, name: string) => page.getByRole("region", { name });
const labels = () =>
  rowsOf<{ label: string }>(
    `select label from sims where iccid in ('${ICCIDS.join("','")}') order by iccid`,
  );

test("own SIMs and usage: checked, then loaded in order, bad rows given back, again without a change", async ({
  page,
}) => {
  await signIn(page, "/import");
  await choose(page, inMemory("usage.csv", USAGE), inMemory("sims.csv", SIMS));
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["sims.csv", "usage.csv"]);
  const [sims, usage] = [card(page, "sims.csv"), card(page, "usage.csv")];
  await expect(sims.getByText("3 rows of SIMs checked. Nothing is loaded yet.")).toBeVisible();
  await expect(usage.getByText("Waits for the list of SIMs")).toBeVisible();
  expect(await labels()).toEqual([]);
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await sims.getByRole("link", { name: "Bad rows as CSV" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv).toMatch(/^line,field,value,reason,ICCID,MSISDN,Status,Label\n4,ICCID,8\.98E\+18,/);
  expect(csv).toContain(`"'=lost"`);

  await sims.getByRole("button", { name: "Load 2 SIMs" }).click();
  await expect(sims.getByText("2 new, 0 changed, 0 the same, 1 wrong")).toBeVisible();
  await usage.getByRole("button", { name: "Load 1 record" }).click();
  await expect(usage.getByText("1 new, 0 revised, 0 the same, 1 wrong")).toBeVisible();

  await choose(page, inMemory("usage.csv", USAGE), inMemory("sims.csv", SIMS));
  await expect(page.getByText("The fleet has all of it already.")).toHaveCount(2);
  const [row] = await rowsOf<{ total: string }>(
    `select total_volume::text as total from sim_usage_daily where iccid = '${ICCIDS[0]}'`,
  );
  expect(row?.total).toBe(String(2 * 1024 ** 2));
});

test("an Excel list: the preview names what would change and what is wrong; a second tab loads nothing twice", async ({
  page,
}) => {
  await signIn(page, "/import");
  const rows = [
    textRow(1, "ICCID", "Label"),
    textRow(2, ICCIDS[0], "Pump, north"),
    textRow(3, ICCIDS[2], "Gate"),
    `<row r="4"><c><v>8988228066689990004</v></c></row>`,
  ];
  await choose(page, inMemory("fleet.xlsx", workbook({ rows: rows.join("") })));
  const fleet = card(page, "fleet.xlsx");
  await expect(fleet.getByText("Would change: Label of 1 SIM")).toBeVisible();
  await expect(fleet.getByText("=Pump → Pump, north")).toBeVisible();
  await expect(fleet.getByText(/Line 4.*format the column as text/)).toBeVisible();
  expect((await labels()).map(({ label }) => label)).toEqual(["=Pump", "Valve"]);

  const link = await fleet.getByRole("link", { name: "Bad rows as CSV" }).getAttribute("href");
  const second = await page.context().newPage();
  await second.goto(`/import?file=${link?.split("/")[3]}`);
  await expect(card(second, "fleet.xlsx").getByText("3 rows of SIMs checked")).toBeVisible();
  await fleet.getByRole("button", { name: "Load 2 SIMs" }).click();
  const told = "1 new, 1 changed, 0 the same, 1 wrong";
  await expect(fleet.getByText(told)).toBeVisible();
  await card(second, "fleet.xlsx").getByRole("button", { name: "Load 2 SIMs" }).click();
  await expect(card(second, "fleet.xlsx").getByText(told)).toBeVisible();
  expect((await labels()).map(({ label }) => label)).toEqual(["Pump, north", "Valve", "Gate"]);
  const loads = await rowsOf<{ n: string }>(
    `select count(*)::text as n from audit_logs where action = 'import.start' and changes->>'fileName' = 'fleet.xlsx'`,
  );
  expect(loads[0]?.n).toBe("1");
});

test("a file dropped on the page that cannot be read gets a sentence, and a preview can be put away", async ({
  page,
}) => {
  await signIn(page, "/import");
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["name,age\nx,1\n"], "people.csv", { type: "text/csv" }));
    transfer.items.add(new File(["ICCID\n8988228066689990009\n"], "more.csv"));
    return transfer;
  });
  await page.dispatchEvent("body", "dragenter", { dataTransfer: dropped });
  await expect(page.getByText("Drop to check")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await expect(page.getByRole("alert").filter({ hasText: "no ICCID column" })).toBeVisible();
  const more = card(page, "more.csv");
  await more.getByRole("button", { name: "Do not load" }).click();
  await expect(more).toHaveCount(0);
});

test("what is exported from the list of SIMs comes back without a change", async ({ page }) => {
  await signIn(page, "/sims");
  for (const [format, name] of [
    ["CSV", "sims-2026-10-21.csv"],
    ["Excel", "sims-2026-10-21.xlsx"],
  ] as const) {
    await page.goto("/sims?status=suspended");
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: format }).click();
    const file = await arriving;
    expect(file.suggestedFilename()).toBe(name);
    const content = await readFile(await file.path());
    await page.goto("/import");
    await choose(page, inMemory(name, content));
    await expect(card(page, name).getByText("The fleet has all of it already.")).toBeVisible();
  }
});
