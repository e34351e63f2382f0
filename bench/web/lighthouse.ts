import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { z } from "zod";

const LIGHTHOUSE = "lighthouse@13.5.0";
const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export const FORM_FACTORS = ["desktop", "phone"] as const;
type FormFactor = (typeof FORM_FACTORS)[number];

const seconds = z.object({ numericValue: z.number() });
const Report = z.object({
  categories: z.object({ performance: z.object({ score: z.number() }) }),
  audits: z.object({
    interactive: seconds,
    "largest-contentful-paint": seconds,
    "total-blocking-time": seconds,
    "cumulative-layout-shift": seconds,
  }),
});

export interface Judgement {
  /** 0 to 100. */
  readonly performance: number;
  readonly interactiveMs: number;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly layoutShift: number;
}

/** Medians of so many visits, each with an empty cache; a sentence where Lighthouse or a browser is missing. */
export async function judge(
  url: string,
  cookie: string,
  factor: FormFactor,
  runs: number,
): Promise<Judgement | string> {
  if (!existsSync(CHROMIUM)) return `There is no browser at ${CHROMIUM} (CHROMIUM_PATH).`;
  const seen: Judgement[] = [];
  for (let run = 0; run < runs; run++) {
    const one = await visit(url, cookie, factor);
    if (typeof one === "string") return one;
    seen.push(one);
  }
  const middle = (of: (one: Judgement) => number) =>
    seen.map(of).sort((a, b) => a - b)[Math.floor(seen.length / 2)] ?? Number.NaN;
  return {
    performance: middle((one) => one.performance),
    interactiveMs: middle((one) => one.interactiveMs),
    largestPaintMs: middle((one) => one.largestPaintMs),
    blockedMs: middle((one) => one.blockedMs),
    layoutShift: middle((one) => one.layoutShift),
  };
}

async function visit(url: string, cookie: string, factor: FormFactor): Promise<Judgement | string> {
  const args = [
    "--yes",
    LIGHTHOUSE,
    url,
    "--only-categories=performance",
    "--output=json",
    "--quiet",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    `--extra-headers=${JSON.stringify({ cookie })}`,
    ...(factor === "desktop" ? ["--preset=desktop"] : []),
  ];
  try {
    const { stdout } = await promisify(execFile)("npx", args, {
      env: { ...process.env, CHROME_PATH: CHROMIUM },
      maxBuffer: 64 * 1024 * 1024,
    });
    return toJudgement(Report.parse(JSON.parse(stdout)));
  } catch (error) {
    return `npx ${LIGHTHOUSE} said: ${error instanceof Error ? error.message.slice(0, 400) : error}`;
  }
}

function toJudgement({ categories, audits }: z.output<typeof Report>): Judgement {
  return {
    performance: categories.performance.score * 100,
    interactiveMs: audits.interactive.numericValue,
    largestPaintMs: audits["largest-contentful-paint"].numericValue,
    blockedMs: audits["total-blocking-time"].numericValue,
    layoutShift: audits["cumulative-layout-shift"].numericValue,
  };
}
