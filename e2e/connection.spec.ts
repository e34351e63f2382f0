import { spawn } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { expectPresentable, rowsOf, signIn } from "./simon.ts";

/** An emulator of 1NCE in a process of its own, and its address. */
async function startEmulator() {
  const child = spawn(
    process.execPath,
    ["connectors/once/emulator/emulator.cli.ts", "--port", "0", "--sims", "120"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /http:\S+management-api/.exec(said)?.[0];
    if (url) return { url, stop: () => child.kill() };
  }
  throw new Error("the emulator did not start");
}

async function enter(page: Page, url: string, secret: string): Promise<void> {
  await page.getByLabel("Client ID").fill("emulator");
  await page.getByLabel("Client secret").fill(secret);
  await page.getByText("Advanced").click();
  await page.getByLabel("Address of the API").fill(url);
  await page.getByRole("button", { name: "Save and test" }).click();
}

async function disconnect(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("heading", { name: "Connect 1NCE" })).toBeVisible();
}

/** SIMs of an account that is not the demo's. */
const FOREIGN = "iccid between '8988228066000000001' and '8988228066000000120'";

test("an owner leaves the built-in emulator, connects 1NCE, tests it, takes pushed records, and comes back", async ({
  page,
}) => {
  const emulator = await startEmulator();
  await signIn(page, "/settings/connection");
  await expect(page.getByText("This is the built-in emulator of 1NCE, at 20 times")).toBeVisible();
  const builtIn = (await page.getByText(/^http:.+management-api$/).textContent()) ?? "";
  await expectPresentable(page, "connection-built-in");
  await disconnect(page);
  await expectPresentable(page, "connection-none");

  await page.goto("/sims");
  await page.getByRole("row").nth(1).getByRole("checkbox").click();
  const current = await page.getByRole("row").nth(1).textContent();
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Change rate plan" }).click();
  const plans = page.getByRole("dialog").getByLabel("New rate plan");
  await expect(plans).toBeEnabled();
  const names = await plans.getByRole("option").allTextContents();
  const other = names.slice(1).find((name) => !current?.includes(name.split(" · ")[0] ?? ""));
  await plans.selectOption(other ?? "");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();

  await page.goto("/settings/connection");
  await enter(page, emulator.url, "wrong");
  await expect(page.getByText("does not accept the client ID and secret")).toBeVisible();
  await expectPresentable(page, "connection-failed");
  await page.getByRole("button", { name: "Change credentials" }).click();
  await expect(page.getByLabel("Client secret")).toHaveValue("");
  await enter(page, emulator.url, "emulator-secret");
  await expect(page.getByText("The account has 120 SIMs.")).toBeVisible();

  await page.getByRole("button", { name: "Make a user name and password" }).click();
  const password = (await page.locator("code").textContent()) ?? "";
  const user = (await page.getByText(/^stream-[0-9a-f]{12}$/).textContent()) ?? "";
  const address = (await page.getByText(/\/api\/connectors\/once\/stream\//).textContent()) ?? "";
  const basic = (secret: string) => `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
  const push = (secret: string) =>
    fetch(address, {
      method: "POST",
      headers: { authorization: basic(secret), "content-type": "application/json" },
      body: JSON.stringify([{ id: 1 }]),
    });
  expect((await push("wrong")).status).toBe(401);
  expect((await push(password)).status).toBe(200);

  await page.reload();
  await expect(page.getByText("1 record", { exact: true })).toBeVisible();
  await expect(page.getByText(/It does not say when it happened/)).toBeVisible();
  await expect(page.getByText(password)).toHaveCount(0);
  await expectPresentable(page, "connection-connected");

  await disconnect(page);
  expect((await push(password)).status).toBe(401);
  emulator.stop();
  await rowsOf(`delete from store.sims where ${FOREIGN}`); // the first sync may have brought them in

  await enter(page, builtIn, "emulator-secret");
  await expect(page.getByText("The account has 1,000 SIMs.")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("This is the built-in emulator of 1NCE")).toBeVisible();
  }).toPass();
});
