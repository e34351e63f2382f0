import { readdirSync, readFileSync } from "node:fs";
import postgres from "postgres";

/** What Linux counts processor time in. */
const TICKS_PER_SECOND = 100;
const USER_TIME = 11;
const SYSTEM_TIME = 12;
const PARENT = 1;

/** The processor time so far of the server that `url` names, or of the embedded one where it is empty. */
export async function databaseCpuMs(url: string): Promise<number> {
  const pids = url === "" ? children() : await backends(url);
  const ticks = pids
    .flatMap(statOf)
    .map((stat) => Number(stat[USER_TIME]) + Number(stat[SYSTEM_TIME]));
  return (ticks.reduce((sum, each) => sum + each, 0) * 1000) / TICKS_PER_SECOND;
}

async function backends(url: string): Promise<number[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()`;
  await sql.end();
  return rows.map(({ pid }) => pid);
}

function children(): number[] {
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => statOf(pid).some((stat) => Number(stat[PARENT]) === process.pid));
}

/** The fields after the name; none for a process that has ended. */
function statOf(pid: number): string[][] {
  try {
    return [readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? []];
  } catch {
    return [];
  }
}
