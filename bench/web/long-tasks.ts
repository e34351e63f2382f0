import { chromium, type Page } from "@playwright/test";
import type { ScriptedProvider } from "#agent/testing/scripted-provider.ts";
import type { RunningSimon } from "../../scripts/throwaway-simon.ts";
import { signIn } from "./sign-in.ts";

const WORDS = 600;
const PAUSE_MS = 15;
const SETTLED_MS = 3_000;
const TYPED = "which SIMs used the most data last week?";

export const PHASES = ["opening", "typing", "streaming"] as const;
type Phase = (typeof PHASES)[number];

/** How a stretch of time held up the main thread: the tasks that took over 50 ms. */
export interface Held {
  readonly tasksMs: readonly number[];
  readonly lengthMs: number;
}

/** Opens a conversation in a fresh browser, types a question and has it answered by a long stream. */
export async function openConversation(
  simon: RunningSimon,
  provider: ScriptedProvider,
  threadId: string,
): Promise<Record<Phase, Held>> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const cookie = await signIn(simon);
    await endTour(simon, cookie);
    await context.addCookies(cookiesOf(cookie, simon.url));
    const page = await context.newPage();
    await page.addInitScript(watchTasks);
    await page.goto(`${simon.url}/chat/${threadId}`);
    const composer = page.getByPlaceholder("Ask about your fleet");
    await page.locator("[role=log] table").first().waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const opening = await taken(page);

    await composer.pressSequentially(TYPED, { delay: 50 });
    const typing = await taken(page);

    provider.script({ text: longText(), pauseMs: PAUSE_MS });
    await composer.press("Enter");
    // A locator by role is looked for in the page, with the name of each button: tasks of its own.
    await page.locator("button[aria-label=Stop]").waitFor();
    await page.locator("button[aria-label=Send]").waitFor({ timeout: 120_000 });
    return { opening, typing, streaming: await taken(page) };
  } finally {
    await browser.close();
  }
}

/** What a newcomer is shown looks for its place at each change of the page; nobody has 300 messages by then. */
async function endTour({ url }: RunningSimon, cookie: string): Promise<void> {
  const headers = { cookie, origin: url };
  const answer = await fetch(`${url}/api/profile/tour`, { method: "DELETE", headers });
  if (!answer.ok) throw new Error(`/api/profile/tour: ${answer.status} ${await answer.text()}`);
}

/** Runs in the page, before its own script. */
function watchTasks(): void {
  const state = { tasksMs: [] as number[], since: performance.now() };
  Object.assign(window, { heldUp: state });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) state.tasksMs.push(duration);
  }).observe({ type: "longtask", buffered: true });
}

/** What was seen since the last time. */
function taken(page: Page): Promise<Held> {
  return page.evaluate(() => {
    const state = (window as unknown as { heldUp: { tasksMs: number[]; since: number } }).heldUp;
    const now = performance.now();
    const held = { tasksMs: state.tasksMs, lengthMs: now - state.since };
    state.tasksMs = [];
    state.since = now;
    return held;
  });
}

function longText(): string {
  const sentence = "**VoltCharge** used 38.3 GB, most of it in Germany. ";
  const words = sentence.trim().split(" ").length;
  return Array.from({ length: Math.ceil(WORDS / words) }, (_, index) =>
    index % 8 === 7 ? `${sentence}\n\n` : sentence,
  ).join("");
}

function cookiesOf(header: string, url: string) {
  return header.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
