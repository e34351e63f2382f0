import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Judged, Verdict } from "./judge.ts";

const Z = 1.96;

/** Wilson's 95 % interval of a share, in percent. */
export function wilson(count: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 100 };
  const share = count / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const middle = share + Z ** 2 / (2 * of);
  const scale = 1 + Z ** 2 / of;
  return { low: (100 * (middle - spread)) / scale, high: (100 * (middle + spread)) / scale };
}

export function printReport(judged: readonly Judged[], { verbose }: { verbose: boolean }): void {
  for (const { case: asked, verdict, why, reply } of judged) {
    if (verdict === "right" && !verbose) continue;
    console.log(
      `${verdict.toUpperCase().padEnd(10)} ${asked.id} [${asked.expect}] ${[...asked.context, asked.question].join(" → ")}`,
    );
    console.log(`           ${verdict === "right" ? reply.text.slice(0, 300) : why}`);
  }
  console.log("");
  line("all", judged);
  for (const expect of ["answer", "clarify", "refuse", "action"])
    line(
      expect,
      judged.filter((one) => one.case.expect === expect),
    );
  console.log("\nby tag");
  const tags = new Set(judged.flatMap((one) => one.case.tags));
  for (const tag of [...tags].sort())
    line(
      tag,
      judged.filter((one) => one.case.tags.includes(tag)),
    );
}

function line(name: string, judged: readonly Judged[]): void {
  if (judged.length === 0) return;
  const part = (verdict: Verdict) => {
    const count = judged.filter((one) => one.verdict === verdict).length;
    const { low, high } = wilson(count, judged.length);
    return `${verdict} ${count}/${judged.length} = ${((100 * count) / judged.length).toFixed(1)} % (${low.toFixed(0)}–${high.toFixed(0)})`;
  };
  console.log(
    `${name.padEnd(18)} ${(["right", "wrong", "asked back"] as const).map(part).join("   ")}`,
  );
}

export async function writeReport(file: string, judged: readonly Judged[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const of = (verdict: Verdict) => judged.filter((one) => one.verdict === verdict).length;
  const summary = {
    cases: judged.length,
    right: of("right"),
    wrong: of("wrong"),
    asked_back: of("asked back"),
    right_95: wilson(of("right"), judged.length),
    wrong_95: wilson(of("wrong"), judged.length),
  };
  const cases = judged.map(({ case: asked, reply, verdict, why }) => ({
    id: asked.id,
    question: asked.question,
    context: asked.context,
    expect: asked.expect,
    outcome: reply.outcome,
    verdict,
    why,
    sql: reply.sql,
  }));
  await writeFile(file, `${JSON.stringify({ summary, cases }, null, 2)}\n`);
}
