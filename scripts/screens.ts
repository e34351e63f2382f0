// npm run screens: a picture of every page, light and dark, on the demo fleet at a frozen time, into docs/screens/.
// They are to be looked at one by one after every change of a face.
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { type RunningSimon, startThrowawaySimon } from "./throwaway-simon.ts";

const FOLDER = join(import.meta.dirname, "..", "docs", "screens");
const VIEW = { width: 1280, height: 900 };
const SCHEMES = ["light", "dark"] as const;
/** What is fetched late, such as a chart, is there by then. */
const SETTLED_MS = 1_500;
const MAX_BYTES = 6 * 1024 * 1024;
const QUESTION = "Which SIMs used more than 1 GB last week?";

const simon = await startThrowawaySimon({
  SIMON_NOW: "2026-10-21T09:30:00Z",
  SIMON_EMULATOR: "1",
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
try {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await picturesOf(browser, simon);
} finally {
  await browser.close();
  await simon.stop();
}

async function picturesOf(of: Browser, { url, email, password }: RunningSimon): Promise<void> {
  const context = await of.newContext({ viewport: VIEW, reducedMotion: "reduce", baseURL: url });
  const page = await context.newPage();
  let bytes = 0;
  const picture = async (name: string) => {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction(() => !document.querySelector("main .animate-pulse-soft"));
      await page.waitForTimeout(SETTLED_MS);
      const path = join(FOLDER, `${name}-${colorScheme}.png`);
      await page.screenshot({ path });
      bytes += statSync(path).size;
    }
    console.log(name);
  };

  await page.goto("/sign-in");
  await picture("sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("dialog", { name: "Ask in plain words" }).waitFor();
  await picture("tour");
  await page.keyboard.press("Escape");
  await picture("chat");
  await page.getByPlaceholder("Ask about your fleet").fill(QUESTION);
  await page.keyboard.press("Enter");
  await page.getByRole("log").locator("table").waitFor();
  await picture("answer");

  const { iccids, customer } = await prepare(page);
  for (const [name, path] of [...pagesOf(iccids[0] ?? "", customer), ...(await settingsOf(page))]) {
    await page.goto(path);
    await page.locator("main#content h1").first().waitFor();
    await page.waitForLoadState("networkidle").catch(() => {}); // a page that asks again and again is never idle
    await picture(name);
  }
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  console.log(`${megabytes} MB in docs/screens/`);
  if (bytes > MAX_BYTES)
    throw new Error(`The pictures take ${megabytes} MB; at most 6 may be kept.`);
}

/** A list of SIMs, and a change that waits for approval. */
async function prepare(page: Page): Promise<{ iccids: string[]; customer: string }> {
  return page.evaluate(async () => {
    const send = async (path: string, body: unknown) => {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    };
    const answer = await fetch("/api/v1/sims?status=active&sort=customer&limit=40");
    const { sims } = (await answer.json()) as { sims: { iccid: string; customer: string }[] };
    const iccids = sims.map(({ iccid }) => iccid);
    await send("/api/lists", { name: "Pilot, north.csv", text: iccids.join("\n") });
    await send("/api/v1/sims/status", { iccids, status: "suspended" });
    return { iccids, customer: sims[0]?.customer ?? "" };
  });
}

type Named = readonly [name: string, path: string];

function pagesOf(iccid: string, customer: string): Named[] {
  return [
    ["overview", "/overview"],
    ["sims", "/sims"],
    ["sim", `/sims/${iccid}`],
    ["lists", "/lists"],
    ["customers", "/customers"],
    ["customer", `/customers/${encodeURIComponent(customer)}`],
    ["anomalies", "/anomalies"],
    ["changes", "/changes"],
    ["import", "/import"],
    ["audit", "/audit"],
  ];
}

/** Those that its own navigation leads to. */
async function settingsOf(page: Page): Promise<Named[]> {
  await page.goto("/settings/profile");
  const links = page.locator('main#content nav a[href^="/settings/"]');
  const paths = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  return [...new Set(paths)].map((path) => [path.slice(1).replace("/", "-"), path]);
}
