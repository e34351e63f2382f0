import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** What an analysis writes, a row or more a SIM. */
const RESULTS = ["forecasts", "quota_outlook", "anomalies", "quota_recommendations"] as const;

interface Place {
  readonly url: string;
  readonly organization: string;
  /** For files. */
  readonly folder: string;
}

/** Seconds to read the same usage and do nothing with it. */
export function bareRead(place: Place): Promise<number> {
  return secondsOf(place, [
    `\\copy (select iccid, day, total_volume from store.sim_usage_daily where organization_id = '${place.organization}' order by iccid, day) to '/dev/null'`,
  ]);
}

/** Seconds to COPY the same results into tables of the same shape, with the same indexes and checks. */
export async function bareCopy(place: Place): Promise<number> {
  let seconds = 0;
  for (const table of RESULTS) {
    const file = join(place.folder, table);
    await secondsOf(place, [
      `\\copy (select * from store.${table} where organization_id = '${place.organization}') to '${file}'`,
      `create table store.bare_${table} (like store.${table} including all)`,
    ]);
    seconds += await secondsOf(place, [`\\copy store.bare_${table} from '${file}'`]);
    await secondsOf(place, [`drop table store.bare_${table}`]);
  }
  return seconds;
}

/** By psql, as our driver may wait for ever after a COPY whose last rows it had to hold back. */
async function secondsOf({ url, organization }: Place, commands: readonly string[]) {
  const startedAt = performance.now();
  const all = [`set app.organization_id = '${organization}'`, ...commands];
  const options = ["-qX", "-v", "ON_ERROR_STOP=1", ...all.flatMap((command) => ["-c", command])];
  const child = spawn("psql", [url, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`psql ended with ${code}.`);
  return (performance.now() - startedAt) / 1000;
}
