import { parseArgs } from "node:util";
import { type DailySeries, type Detection, type DetectOptions, detect } from "../detect.ts";
import { writeCsv } from "./csv-file.ts";
import { factsOf, readSeries } from "./dense-series.ts";
import { UsageError } from "./usage-error.ts";

export const DETECT_USAGE = `  npm run analytics -- detect --csv FILE --out FILE [--unit UNIT] [--since DAY] [--problems FILE]

  --csv FILE       columns id, day, value; in a file that writes zeros a missing day is unknown,
                   in one that writes none it is a day without traffic
  --out FILE       one line an anomaly: id, day (its first), kind, observed and expected (means of its
                   days), score (0 to 1), severity, reason
  --unit UNIT      what the values count (default: bytes)
  --since DAY      only anomalies that reach this day or a later one
  --problems FILE  series that could not be judged or had doubtful rows: id, problem`;

const COLUMNS = ["id", "day", "kind", "observed", "expected", "score", "severity", "reason"];
const MOST_LISTED = 20;

export async function detectCommand(args: string[]): Promise<string> {
  const { csv, out, unit, since, problems } = readArguments(args);
  const startedAt = performance.now();
  const facts = await factsOf(csv);
  const trouble: [id: string, problem: string][] = [];
  const count = { series: 0, unjudged: 0, anomalies: 0 };

  async function* rows() {
    for await (const { id, firstDay, values, notes } of readSeries(csv, facts)) {
      count.series++;
      const detection = judged({ firstDay, values }, { unit, ...(since ? { since } : {}) });
      if (!detection.isJudged) count.unjudged++;
      for (const note of [...notes, ...detection.notes, detection.reason ?? []].flat()) {
        trouble.push([id, note]);
      }
      for (const each of detection.anomalies) {
        count.anomalies++;
        yield [
          id,
          each.day,
          each.kind,
          Math.round(each.observed * 100) / 100,
          Math.round(each.expected * 100) / 100,
          each.score,
          each.severity,
          each.reason,
        ];
      }
    }
  }
  await writeCsv(out, COLUMNS, rows());
  if (problems) await writeCsv(problems, ["id", "problem"], trouble);
  for (const [id, problem] of trouble.slice(0, MOST_LISTED)) console.error(`${id}: ${problem}`);
  if (trouble.length > MOST_LISTED) {
    console.error(`… and ${trouble.length - MOST_LISTED} more; --problems FILE lists all.`);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return `${count.anomalies} anomalies in ${count.series} series (${count.unjudged} not judged), ${facts.rows} rows, in ${seconds} s: ${out}`;
}

/** A series that nobody thought of must not cost the others their answer. */
function judged(series: DailySeries, options: DetectOptions): Detection {
  try {
    return detect(series, options);
  } catch (error) {
    const reason = `It could not be judged: ${(error as Error).message}`;
    return { isJudged: false, reason, class: null, anomalies: [], dismissed: [], notes: [] };
  }
}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        csv: { type: "string" },
        out: { type: "string" },
        unit: { type: "string", default: "bytes" },
        since: { type: "string" },
        problems: { type: "string" },
      },
    });
    if (!values.csv || !values.out) throw new Error("Name a file to read and one to write.");
    return { ...values, csv: values.csv, out: values.out };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
