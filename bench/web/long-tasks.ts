import { chromium } from "@playwright/test";
import type { ScriptedProvider } from "#agent/testing/scripted-provider.ts";
import type { RunningSimon } from "../../scripts/throwaway-simon.ts";
import { signIn } from "./sign-in.ts";

const WORDS = 600;
const PAUSE_MS = 15;
const SETTLED_MS = 3_000;
const TYPED = "which SIMs used the most data last week?";

export const PHASES = ["opening", "typing", "streaming"] as const;
type Phase = (typeof PHASES)[number];

/** How a stretch of time held up the main thread: how long its tasks took. */
export interface Held {
  /** By the clock, with all that the machine did meanwhile. */
  readonly tasksMs: readonly number[];
  /** Of the processor: what they take where nothing else runs. */
  readonly tasksCpuMs: readonly number[];
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
    const during = async (work: () => Promise<unknown>) => {
      await browser.startTracing(page, { categories: ["toplevel"] });
      await work();
      return heldIn(await browser.stopTracing());
    };
    const composer = page.getByPlaceholder("Ask about your fleet");
    const opening = await during(async () => {
      await page.goto(`${simon.url}/chat/${threadId}`);
      await page.locator("[role=log] table").first().waitFor();
      await page.waitForTimeout(SETTLED_MS);
    });
    const typing = await during(() => composer.pressSequentially(TYPED, { delay: 50 }));
    const streaming = await during(async () => {
      provider.script({ text: longText(), pauseMs: PAUSE_MS });
      await composer.press("Enter");
      // A locator by role is looked for in the page, with the name of each button: tasks of its own.
      await page.locator("button[aria-label=Stop]").waitFor();
      await page.locator("button[aria-label=Send]").waitFor({ timeout: 120_000 });
    });
    return { opening, typing, streaming };
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

interface TraceEvent {
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  readonly args?: { readonly name?: string };
  /** In microseconds, by the clock and of the processor; absent where it had not ended. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** The page's thread is that of the busiest renderer: an empty one stands beside it. */
function heldIn(trace: Buffer): Held {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const renderers = new Set(
    traceEvents.filter(({ args }) => args?.name === "CrRendererMain").map(threadOf),
  );
  const tasks = traceEvents.filter(
    (event) => event.name === "ThreadControllerImpl::RunTask" && renderers.has(threadOf(event)),
  );
  const [busiest = []] = Object.values(Object.groupBy(tasks, threadOf)).sort(
    (a = [], b = []) => b.length - a.length,
  );
  return {
    tasksMs: busiest.map(({ dur = 0 }) => dur / 1000),
    tasksCpuMs: busiest.map(({ tdur = 0 }) => tdur / 1000),
  };
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
