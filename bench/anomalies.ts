// npm run bench -- anomalies [SERIES]: how right the detector is on planted incidents, of families and incidents that
// its thresholds were chosen on (other seeds) and of such that they were not; what it costs; and the isolation
// forest against scikit-learn's. SERIES of each family (default 100).
import { HELD_OUT_INCIDENTS } from "#evals/anomalies/incidents.ts";
import { plant } from "#evals/anomalies/plant.ts";
import { type Counts, type Scores, scoreOf } from "#evals/anomalies/score.ts";
import { raceForests } from "./anomalies/forests.ts";

const each = Number(process.argv[2] ?? 100);
const SEEDS = [901, 902];

const percent = (part: number, whole: number) =>
  whole === 0 ? "    –" : `${((100 * part) / whole).toFixed(1).padStart(5)}`;

console.log(
  `${each} series of each family and seed, 180 days, seeds ${SEEDS.join(" and ")}; two in five have`,
);
console.log(
  "an incident. An alert is right within a day of an incident. P precision, R recall, in per cent.\n",
);

const known = scoreOf(SEEDS.flatMap((seed) => plant({ seed, each })));
print("families and incidents that thresholds were chosen on", known);
const heldOut = scoreOf(SEEDS.flatMap((seed) => plant({ seed, each, isHeldOut: true })));
print(
  `held out: other families, other incidents (${Object.keys(HELD_OUT_INCIDENTS).join(", ")})`,
  heldOut,
);

const series = known.all.series + heldOut.all.series;
const cpuMs = known.cpuMs + heldOut.cpuMs;
console.log(
  `detect: ${((1000 * series) / cpuMs).toFixed(0)} series a second and core (${((1000 * cpuMs) / series).toFixed(0)} µs of CPU each)\n`,
);

const forests = await raceForests();
console.log(forests.text);

const regular = heldOut.byClass.get("regular");
const missed = [
  regular && regular.right < 0.9 * regular.alerts && "held-out regular: precision under 90 %",
  regular && regular.found < 0.9 * regular.incidents && "held-out regular: recall under 90 %",
  forests.ratio !== null && forests.ratio < 3 && "isolation forest: under 3 times scikit-learn",
].filter((each) => typeof each === "string");
for (const each of missed) console.error(`MISSED: ${each}`);
if (missed.length > 0) process.exitCode = 1;

function print(title: string, scores: Scores): void {
  console.log(title);
  console.log("  family or class        series incidents     R  alerts     P  new levels");
  for (const [name, counts] of scores.byFamily) line(name, counts);
  for (const [name, counts] of scores.byClass) line(`= ${name}`, counts);
  line("= all", scores.all);
  const incidents = [...scores.byIncident].map(
    ([kind, { incidents: planted, found }]) =>
      `${kind} ${percent(found, planted).trim()} of ${planted}`,
  );
  console.log(`  found, in per cent: ${incidents.join(" · ")}\n`);
}

function line(
  name: string,
  { series: count, incidents, found, alerts, right, levels }: Counts,
): void {
  console.log(
    `  ${name.padEnd(22)} ${String(count).padStart(6)} ${String(incidents).padStart(9)} ${percent(found, incidents)} ${String(alerts).padStart(7)} ${percent(right, alerts)} ${String(levels).padStart(11)}`,
  );
}
