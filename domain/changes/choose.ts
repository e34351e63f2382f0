import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import { pluralOf } from "#core/plural.ts";
import { asActor } from "#db/guard.ts";
import { FoundRef } from "#domain/analysis/anomaly-ref.ts";
import { simsOfImport } from "#domain/imports/sims-of-import.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { interpret } from "#query/interpret.ts";
import { Query } from "#query/query.ts";
import { runIds } from "#query/run-ids.ts";

export const MAX_TARGETS = 50_000;
const MAX_NAMED = 10_000;

const query = Query.optional().meta({
  description: "Or: a query as query_fleet takes it, whose rows are meant",
});

/** Which SIMs a change is about: exactly one of these. */
export const SimChoice = z.object({
  iccid: Iccid.optional(),
  iccids: z.array(Iccid).min(1).max(MAX_NAMED).optional(),
  import_id: z.string().max(100).optional().meta({
    description: "Or: an import, whose SIMs are meant",
  }),
  query,
});

/** Which alerts, tickets or rules a change is about: exactly one of these. */
export const IdChoice = z.object({
  ids: z
    .array(z.union([z.string().regex(/^\d{1,18}$/, "must be a number"), z.int().positive()]))
    .min(1)
    .max(MAX_NAMED)
    .optional(),
  query,
});

/** Anomalies that were found just now have no number yet. */
export const AnomalyChoice = IdChoice.extend({
  ids: z
    .array(
      z.union([z.string().regex(/^\d{1,18}$/, "must be a number"), z.int().positive(), FoundRef]),
    )
    .min(1)
    .max(MAX_NAMED)
    .optional()
    .meta({ description: "Numbers, or what detect_anomalies says as ref" }),
});

export interface Chosen {
  readonly targets: string[];
  /** Whether the caller named each one, rather than describing them. */
  readonly isNamed: boolean;
  /** The description in words; absent where there was none. */
  readonly meant?: string;
}

/** @throws Invalid when nothing, or more than one way of choosing, is given. */
export async function chooseSims(
  actor: Actor,
  { iccid, iccids, import_id, query }: z.output<typeof SimChoice>,
): Promise<Chosen> {
  requireOne({ iccid, iccids, import_id, query });
  if (import_id !== undefined) {
    const targets = await asActor(actor, (sql) => simsOfImport(sql, import_id));
    return { targets, isNamed: false };
  }
  if (query) {
    const targets = await runIds(actor, query, { names: ["iccid"], atMost: MAX_TARGETS });
    return { targets, isNamed: false, meant: inWords(query) };
  }
  return { targets: [...new Set([...(iccids ?? []), ...(iccid ? [iccid] : [])])], isNamed: true };
}

const VIEWS = {
  alert: "alerts",
  ticket: "support_tickets",
  "alert rule": "alert_rules",
  anomaly: "anomalies",
} as const;
export type NumberedNoun = keyof typeof VIEWS;

/** @throws Invalid as `chooseSims` does, and for a query of other rows, whose numbers mean others. */
export async function chooseIds(
  actor: Actor,
  { ids, query }: z.output<typeof IdChoice | typeof AnomalyChoice>,
  noun: NumberedNoun,
): Promise<Chosen> {
  requireOne({ ids, query });
  if (query) {
    if (query.from !== VIEWS[noun]) {
      throw new Invalid(
        `query: it must be from ${VIEWS[noun]}, since ${pluralOf(noun)} are meant.`,
      );
    }
    const targets = await runIds(actor, query, { names: ["id"], atMost: MAX_TARGETS });
    return { targets, isNamed: false, meant: inWords(query) };
  }
  return { targets: [...new Set((ids ?? []).map(String))], isNamed: true };
}

/** @param query One that was run, and so is valid. */
function inWords(query: Query): string {
  return interpret(query, { zone: query.zone ?? "UTC" }).interpretation;
}

function requireOne(choice: Record<string, unknown>): void {
  const given = Object.entries(choice).filter(([, value]) => value !== undefined);
  if (given.length === 1) return;
  throw new Invalid(
    `Say which ones are meant, in exactly one way: ${Object.keys(choice).join(", ")}.`,
  );
}
