import { spawn } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "./simon.ts";

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/look/connection-${name}.png` });

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

test("an owner connects 1NCE, tests it, takes pushed records, and disconnects", async ({
  page,
}) => {
  const emulator = await startEmulator();
  await page.setViewportSize({ width: 1280, height: 1500 }); // all of the page in one picture
  await signIn(page, "/settings/connection");
  await expect(page.getByRole("heading", { name: "Connect 1NCE" })).toBeVisible();
  await shot(page, "none");

  const enter = async (secret: string) => {
    await page.getByLabel("Client ID").fill("emulator");
    await page.getByLabel("Client secret").fill(secret);
    await page.getByText("Advanced").click();
    await page.getByLabel("Address of the API").fill(emulator.url);
    await page.getByRole("button", { name: "Save and test" }).click();
  };
  await enter("wrong");
  await expect(page.getByText("does not accept the client ID and secret")).toBeVisible();
  await page.getByRole("button", { name: "Change credentials" }).click();
  await expect(page.getByLabel("Client secret")).toHaveValue("");
  await enter("emulator-secret");
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
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await shot(page, `connected-${colorScheme}`);
  }
  await expectAccessible(page); // the dark one

  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("heading", { name: "Connect 1NCE" })).toBeVisible();
  expect((await push(password)).status).toBe(401);
  emulator.stop();
});
