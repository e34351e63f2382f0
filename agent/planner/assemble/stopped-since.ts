import { conjuncts } from "#query/conjuncts.ts";
import type { Filter, Query } from "#query/query.ts";
import { Trouble } from "./trouble.ts";

const WENT =
  /\b(?:went|gone|going|goes|dropped|fell|fallen|turned|became) (?:offline|dark|silent|quiet|unreachable|off the (?:air|network))\b/i;
const STOPPED =
  /\b(?:stopped|ceased|quit) (?:sending|transmitting|transferring|using|uploading|passing|reporting)\b/i;
const WHILE =
  /\b(?:while|whilst|although|though|even though|despite) (?:(?:they|it|still) )*(?:are |is |were |was )?(?:being )?(?<status>suspended|inactive|deactivated)\b/i;
const HOUR_MS = 3_600_000;
const BEFORE_HOURS = 24;
/** Beyond that the last contact of a SIM says nothing of when it went. */
const LONGEST_HOURS = 48;
const ACTIVE: Filter = { member: "sims.status", op: "eq", value: "active" };

interface Told {
  readonly query: Query;
  readonly assumptions: string[];
}

/**
 * "Went offline since midnight", "stopped sending data since yesterday": not all that are silent, but those that
 * were there before. A suspended SIM, or one that was never there, has not stopped.
 *
 * @throws Trouble where it is not known what was so at the time.
 */
export function stoppedSince(question: string, told: Told, now: Date): Told {
  const { query } = told;
  if (query.from === "sims" && WENT.test(question)) return wentOffline(told, now);
  if (query.from === "sims" && STOPPED.test(question)) return stoppedUsing(told);
  const status = WHILE.exec(question)?.groups?.status;
  return status && query.from !== "sims" ? inStatus(told, status) : told;
}

function wentOffline(told: Told, now: Date): Told {
  const silent = conjuncts(told.query.where).find((filter) => silentSince(filter) !== null);
  const since = silent && silentSince(silent);
  if (!silent || !since) return told;
  const instant = Date.parse(since);
  if (now.getTime() - instant > LONGEST_HOURS * HOUR_MS)
    throw new Trouble(
      "A SIM's last contact is known, not the moment it went offline. Silent for how long is offline?",
      "time",
      [
        "Which active SIMs have not been seen for more than 1 day?",
        "Which active SIMs have not been seen for more than 7 days?",
      ],
    );
  const contact: Filter = {
    time: "sims.last_seen_at",
    from: new Date(instant - BEFORE_HOURS * HOUR_MS).toISOString(),
    to: since,
    label: `in the ${BEFORE_HOURS} hours before it`,
  };
  const note = `Went offline: active SIMs whose last contact was in the ${BEFORE_HOURS} hours before that time; those that were silent already, or never seen, do not count.`;
  return {
    query: withConditions(told.query, silent, contact),
    assumptions: [...told.assumptions.filter((said) => !/never seen/.test(said)), note],
  };
}

function silentSince(filter: Filter): string | null {
  if (!("or" in filter)) return null;
  const [seen] = filter.or;
  return seen && "time" in seen && seen.time === "sims.last_seen_at" && !seen.from
    ? (seen.to ?? null)
    : null;
}

function stoppedUsing(told: Told): Told {
  const silent = conjuncts(told.query.where).find((filter) => usedSince(filter) !== null);
  const since = silent && usedSince(silent);
  if (!silent || !since) return told;
  const before: Filter = {
    related: "sim_usage_daily",
    where: {
      and: [
        { member: "sim_usage_daily.total_volume", op: "gt", value: 0 },
        { time: "sim_usage_daily.day", to: since, label: "before that" },
      ],
    },
  };
  const note = "Stopped: active SIMs that used data before that day, and none since.";
  return {
    query: withConditions(told.query, silent, { and: [silent, before] }),
    assumptions: [...told.assumptions, note],
  };
}

/** The first day of those on which no data was used. */
function usedSince(filter: Filter): string | null {
  if (!("not" in filter) || !("related" in filter.not)) return null;
  if (filter.not.related !== "sim_usage_daily") return null;
  const [days] = conjuncts(filter.not.where).flatMap((part) => ("time" in part ? [part] : []));
  return days?.from ?? null;
}

/** In the place of one condition; active ones, where no status was asked for. */
function withConditions(query: Query, old: Filter, fresh: Filter): Query {
  const parts = conjuncts(query.where).flatMap((filter) =>
    filter === old ? ("and" in fresh ? fresh.and : [fresh]) : [filter],
  );
  const hasStatus = parts.some((part) => "member" in part && part.member === "sims.status");
  return { ...query, where: { and: hasStatus ? parts : [...parts, ACTIVE] } };
}

function inStatus({ query, assumptions }: Told, status: string): Told {
  const isDated = conjuncts(query.where).some((filter) => "time" in filter);
  if (!isDated)
    throw new Trouble(
      "What status a SIM had on a past day is not kept, only the one it has now. Which of these would help?",
      "state",
      [
        `Which ${status} SIMs used data in the last 7 days?`,
        `Which SIMs were ${status} in the last 30 days?`,
      ],
    );
  const note = `SIMs that are ${status} now: what status they had on those days is not kept.`;
  return { query, assumptions: [...assumptions, note] };
}
