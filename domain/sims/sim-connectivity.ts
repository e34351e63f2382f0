import { z } from "zod";
import { ProviderError } from "#connectors/provider.ts";
import type { ProviderReads } from "#connectors/provider-reads.ts";
import { type Actor, hasScope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, NotFound, Upstream } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { asReader } from "#db/guard.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { requireSim } from "./require-sim.ts";

const EVENTS = 10;
const MESSAGES = 5;
/** Somebody waits for it, and a sync may be at the account at the same time. */
const TIMEOUT_MS = 20_000;

const instant = z.iso.datetime();

const Limits = z.object({
  data_bytes: z.number().nullable(),
  sms_to_device: z.number().nullable(),
  sms_from_device: z.number().nullable(),
});
const Event = z.object({
  occurred_at: instant,
  type: z.string(),
  cause: z.string().nullable(),
  operator: z.string().nullable(),
  country: z.string().nullable(),
});
const Message = z.object({
  direction: z.enum(["mt", "mo"]).meta({ description: "mt: to the device, mo: from it" }),
  status: z.string(),
  body: z.string().nullable(),
  sent_at: instant,
  delivered_at: instant.nullable(),
});

/** What the provider says of a SIM at this moment; null for what it could not be asked. */
export const SimConnectivity = z.object({
  iccid: z.string(),
  asked_at: instant,
  state: z.enum(["online", "attached", "offline", "blocked"]),
  operator: z.string().nullable(),
  country: z.string().nullable(),
  rat: z.string().nullable(),
  session_since: instant.nullable(),
  seen_at: instant.nullable().meta({ description: "When a network last reported it" }),
  imei: z.string().nullable().meta({ description: "Of the device in the present session" }),
  is_limited: z.boolean().meta({ description: "A monthly limit holds it back" }),
  limits: Limits.nullable().meta({ description: "Monthly, for each SIM of the account" }),
  events: z.array(Event).nullable(),
  messages: z.array(Message).nullable(),
});
export type SimConnectivity = z.output<typeof SimConnectivity>;

interface Options {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the provider how a SIM stands now, which takes four calls of the account. Nothing of it is kept.
 *
 * @throws NotFound; Conflict where nobody can be asked; Upstream when the provider does not answer.
 */
export async function simConnectivity(
  actor: Actor,
  iccid: string,
  { signal }: Options = {},
): Promise<SimConnectivity> {
  await asReader(actor, (sql) => requireSim(sql, iccid));
  const { reads, capabilities } = await providerOf(actor);
  if (capabilities.connectivity !== true) throw new Conflict(capabilities.connectivity);
  if (!reads) throw new Conflict("This provider cannot be asked.");
  const late = AbortSignal.timeout(TIMEOUT_MS);
  const options = { signal: signal ? AbortSignal.any([signal, late]) : late };
  const [now, limits, events, messages] = await Promise.all([
    reads.readConnectivity(iccid, options).catch(failed),
    reads.readLimits(options).catch(unsaid),
    reads.readEvents(iccid, { ...options, limit: EVENTS }).catch(unsaid),
    reads.readMessages(iccid, { ...options, limit: MESSAGES }).catch(unsaid),
  ]);
  if (!now) throw new NotFound("The provider does not know this SIM.");
  return {
    iccid,
    asked_at: wallNow().toISOString(),
    ...now,
    session_since: now.session_since?.toISOString() ?? null,
    seen_at: now.seen_at?.toISOString() ?? null,
    limits,
    events: events && eventsOf(events.slice(0, EVENTS)),
    messages: messages && messagesOf(messages.slice(0, MESSAGES), hasScope(actor, "sms:read")),
  };
}

/** Those that are none of ours are known by the provider's text only. */
function eventsOf(events: NonNullable<Awaited<ReturnType<ProviderReads["readEvents"]>>>) {
  return events.flatMap(({ type, occurred_at, cause, operator, country }) =>
    type === null ? [] : { type, occurred_at: occurred_at.toISOString(), cause, operator, country },
  );
}

function messagesOf(
  messages: NonNullable<Awaited<ReturnType<ProviderReads["readMessages"]>>>,
  mayReadText: boolean,
) {
  return messages.map(({ direction, status, body, sent_at, delivered_at }) => ({
    direction,
    status,
    body: mayReadText ? body : null,
    sent_at: sent_at.toISOString(),
    delivered_at: delivered_at?.toISOString() ?? null,
  }));
}

/** What is not the question itself is left out where it cannot be had. */
function unsaid(error: unknown): null {
  if (!(error instanceof ProviderError)) throw error;
  log().warn({ err: error }, "the provider could not be asked for all of a SIM");
  return null;
}

function failed(error: unknown): never {
  if (error instanceof ProviderError) throw new Upstream(error.message, { cause: error });
  throw error;
}
