// REST against the bare database: a page of list_sims and get_sim, at 100,000 SIMs on Postgres.
import { randomInt } from "node:crypto";
import { Agent, request } from "node:http";
import postgres from "postgres";
import { startApp } from "./app.ts";
import { fill } from "./fill.ts";
import { race } from "./measure.ts";

const SIMS = 100_000;
const PAGE = 50;
const DEEP_PAGE = 1_000;
const ROUNDS = 500;
const COLUMNS =
  "iccid, imsi, msisdn, imei, label, status, ip_address, operator, country, rat, rate_plan, customer, tags, activated_at, deactivated_at, last_seen_at, created_at";

const keepAlive = new Agent({ keepAlive: true, maxSockets: 1 });
const app = await startApp();
try {
  const sql = postgres(app.adminUrl, { max: 1, onnotice: () => {} });
  const [organization] =
    await sql`select id from public.organization where name = ${app.organization}`;
  const id: string = organization?.id;
  await fill(sql, id, SIMS);
  const [{ version } = {}] = await sql`select split_part(version(), ' on ', 1) as version`;
  console.log(`${SIMS} SIMs on ${version}, ${ROUNDS} rounds, one call at a time`);
  const deepAfter = await iccidAt(sql, id, PAGE * (DEEP_PAGE - 1) - 1);
  const cursor = Buffer.from(JSON.stringify({ after: deepAfter })).toString("base64url");
  const some =
    await sql`select iccid from store.sims where organization_id = ${id} order by random() limit 1000`;
  const anyIccid = () => some[randomInt(some.length)]?.iccid as string;

  const page = (after: string) =>
    sql.unsafe(
      `select ${COLUMNS} from store.sims where organization_id = $1 and iccid > $2 order by iccid limit ${PAGE + 1}`,
      [id, after],
      { prepare: true },
    );
  report(
    "list_sims, page 1",
    await race({ sql: () => page(""), rest: () => get(`/api/v1/sims?limit=${PAGE}`) }, ROUNDS),
  );
  report(
    `list_sims, page ${DEEP_PAGE.toLocaleString("en")}`,
    await race(
      {
        sql: () => page(deepAfter),
        rest: () => get(`/api/v1/sims?limit=${PAGE}&cursor=${cursor}`),
      },
      ROUNDS,
    ),
  );
  report(
    "get_sim",
    await race(
      { sql: () => detail(sql, id, anyIccid()), rest: () => get(`/api/v1/sims/${anyIccid()}`) },
      ROUNDS,
    ),
  );
  await sql.end();
} finally {
  await app.stop();
}

async function iccidAt(sql: postgres.Sql, id: string, offset: number): Promise<string> {
  const [row] = await sql`
    select iccid from store.sims where organization_id = ${id} order by iccid offset ${offset} limit 1`;
  return row?.iccid;
}

/** What get_sim reads, without guard, door and checks. */
function detail(sql: postgres.Sql, id: string, iccid: string) {
  return sql`
    select s.*,
      (select json_agg(q) from store.sim_quota q where q.organization_id = ${id} and q.iccid = s.iccid) as quotas,
      (select json_build_object('day', d.day, 'total_volume', d.total_volume) from store.sim_usage_daily d
        where d.organization_id = ${id} and d.iccid = s.iccid order by d.day desc limit 1) as last_usage,
      (select sum(d.total_volume) from store.sim_usage_daily d where d.organization_id = ${id} and d.iccid = s.iccid
        and d.day > current_date - 30) as usage_30d_bytes,
      (select json_agg(a) from store.alerts a where a.organization_id = ${id} and a.iccid = s.iccid
        and a.resolved_at is null) as open_alerts
    from store.sims s where s.organization_id = ${id} and s.iccid = ${iccid}`;
}

function get(path: string): Promise<void> {
  return new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${app.apiKey}` };
    request(`${app.url}${path}`, { agent: keepAlive, headers }, (response) => {
      if (response.statusCode !== 200) fail(new Error(`${path}: ${response.statusCode}`));
      response.resume().on("end", done).on("error", fail);
    })
      .on("error", fail)
      .end();
  });
}

function report(
  name: string,
  { sql, rest }: Awaited<ReturnType<typeof race<"sql" | "rest">>>,
): void {
  const ratio = (rest.p95Ms / sql.p95Ms).toFixed(2);
  console.log(
    `${name.padEnd(24)} SQL p50 ${sql.p50Ms.toFixed(2)} p95 ${sql.p95Ms.toFixed(2)} ms   REST p50 ${rest.p50Ms.toFixed(2)} p95 ${rest.p95Ms.toFixed(2)} ms   p95 ratio ${ratio}×`,
  );
}
