import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#core/actor.ts";
import { log } from "#core/log.ts";
import { processWide } from "#core/process-state.ts";
import { asReader } from "#db/guard.ts";
import { devicesOf, type LabelStem } from "./devices-of.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** How long names are taken for the present ones: a new customer is known to questions after this. */
const FRESH_MS = 30_000;
/** How long a question waits for names that are read anew, when there are older ones to go by. */
const PATIENCE_MS = 250;
/** Names older than this are not gone by. */
const MAX_AGE_MS = 10 * 60_000;
/** Device names kept whole; in larger fleets they are recognised by their shape. */
const MAX_LABELS = 5_000;
const MAX_SHAPES = 500;
const MAX_NAMES = 2_000;

interface Kept {
  readonly loadedAtMs: number;
  readonly gazetteer: Promise<Gazetteer>;
  renewal?: Promise<Gazetteer> | undefined;
}

/**
 * The names in the actor's organisation, for reading questions. The same object while they are the same,
 * so that what is built from it can be kept with it. Reading them takes seconds in a large fleet, so a
 * question goes by older ones meanwhile.
 */
export function loadGazetteer(actor: Actor): Promise<Gazetteer> {
  const known = keptOnes().get(actor.organizationId);
  const ageMs = known ? performance.now() - known.loadedAtMs : Number.POSITIVE_INFINITY;
  if (!known || ageMs > MAX_AGE_MS) return keep(actor, readNames(actor));
  if (ageMs < FRESH_MS) return known.gazetteer;
  known.renewal ??= renew(actor, known);
  return Promise.race([known.renewal, sleep(PATIENCE_MS).then(() => known.gazetteer)]);
}

function keptOnes(): Map<string, Kept> {
  return processWide("gazetteers", () => new Map<string, Kept>());
}

function keep(actor: Actor, gazetteer: Promise<Gazetteer>): Promise<Gazetteer> {
  const kept = keptOnes();
  const own: Kept = { loadedAtMs: performance.now(), gazetteer };
  kept.set(actor.organizationId, own);
  gazetteer.catch(() => {
    if (kept.get(actor.organizationId) === own) kept.delete(actor.organizationId);
  });
  return gazetteer;
}

/** Where it fails, the older names serve until the next question tries again. */
async function renew(actor: Actor, known: Kept): Promise<Gazetteer> {
  const before = await known.gazetteer;
  try {
    const read = await readNames(actor);
    const gazetteer = isDeepStrictEqual(read, before) ? before : read;
    const isStillKept = keptOnes().get(actor.organizationId) === known;
    return isStillKept ? keep(actor, Promise.resolve(gazetteer)) : gazetteer;
  } catch (error) {
    log().warn({ err: error }, "the names of a fleet were not read anew");
    known.renewal = undefined;
    return before;
  }
}

/** After an import: read the names anew at the next question. */
export function forgetGazetteer(actor: Actor): void {
  keptOnes().delete(actor.organizationId);
}

function readNames(actor: Actor): Promise<Gazetteer> {
  return asReader(actor, async (sql) => {
    const [
      customers,
      operators,
      networkEvents,
      countries,
      plans,
      tags,
      teams,
      rules,
      people,
      channels,
      labels,
      shapes,
      stems,
    ] = await Promise.all([
      sql<Named[]>`
          select name from (select customer as name from sims union select customer from support_tickets) names
          where name is not null order by 1 limit ${MAX_NAMES}`,
      sql<Named[]>`
          select distinct operator as name from sims where operator is not null order by 1 limit ${MAX_NAMES}`,
      sql<{ operator: string | null; cause: string | null }[]>`
          select distinct operator, cause from connection_events limit ${MAX_NAMES}`,
      sql<Named[]>`select distinct country as name from sims where country is not null order by 1`,
      sql<Named[]>`
          select name from (select name from rate_plans union select rate_plan from sims) names
          where name is not null order by 1 limit ${MAX_NAMES}`,
      sql<Named[]>`select distinct unnest(tags) as name from sims order by 1 limit ${MAX_NAMES}`,
      sql<Named[]>`
          select distinct assigned_team as name from support_tickets where assigned_team is not null order by 1`,
      sql<Named[]>`select distinct name from alert_rules order by 1 limit ${MAX_NAMES}`,
      sql<Named[]>`select name from (
            select actor as name from audit_logs union select acknowledged_by from alerts
            union select assigned_to from anomalies
          ) names where name is not null order by 1 limit ${MAX_NAMES}`,
      sql<
        Named[]
      >`select distinct unnest(notification_channels) as name from alert_rules order by 1 limit ${MAX_NAMES}`,
      sql<
        Named[]
      >`select label as name from sims where label is not null order by label limit ${MAX_LABELS}`,
      sql<Named[]>`
          select regexp_replace(lower(label), '[0-9]', '9', 'g') as name from sims
          where label is not null group by 1 order by count(*) desc, 1 limit ${MAX_SHAPES}`,
      sql<LabelStem[]>`
          select stem, tag, count(*) as sims, max(total) as of_sims, max(carriers) as carriers
          from (
            select iccid, regexp_replace(lower(label), '[^a-z]+', ' ', 'g') as stem, unnest(tags) as tag
            from sims where label is not null
          ) tagged
          join (
            select regexp_replace(lower(label), '[^a-z]+', ' ', 'g') as stem, count(*) as total
            from sims where label is not null group by 1
          ) stems using (stem)
          join (select unnest(tags) as tag, count(*) as carriers from sims group by 1) carried using (tag)
          group by stem, tag order by stem, tag limit ${MAX_NAMES}`,
    ]);
    return {
      organizationName: actor.organizationName,
      customers: customers.map(nameOf),
      operators: unique([
        ...operators.map(nameOf),
        ...networkEvents.map(({ operator }) => operator),
      ]),
      countries: countries.map(nameOf),
      ratePlans: plans.map(nameOf),
      tags: tags.map(nameOf),
      teams: teams.map(nameOf),
      rules: rules.map(nameOf),
      actors: people.map(nameOf),
      causes: unique(networkEvents.map(({ cause }) => cause)),
      notificationChannels: channels.map(nameOf),
      labels: labels.map(nameOf),
      labelShapes: shapes.map(nameOf),
      devices: devicesOf(stems),
    };
  });
}

function unique(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].sort();
}

interface Named {
  readonly name: string;
}

function nameOf({ name }: Named): string {
  return name;
}
