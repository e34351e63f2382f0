import { formatBytes } from "#core/bytes.ts";
import { SimConnectivity } from "#domain/sims/sim-connectivity.ts";
import { momentOf, rounded } from "./figures.ts";

/** What the provider says of a SIM now, in words; null where the result is of another tool. */
export function connectivitySentence(result: unknown): string | null {
  const parsed = SimConnectivity.safeParse(result);
  if (!parsed.success) return null;
  const { state, operator, country, rat, session_since, seen_at } = parsed.data;
  const place = [operator && `on ${operator}`, country && `in ${country}`, rat && `(${rat})`]
    .filter(Boolean)
    .join(" ");
  const isThere = state === "online" || state === "attached";
  const details = [
    place && (isThere ? place : `last ${place}`),
    state === "online" && session_since && `in a session since ${momentOf(session_since)}`,
    state !== "online" && seen_at && `reported ${momentOf(seen_at)}`,
  ].filter(Boolean);
  const told = details.length > 0 ? `: ${details.join(", ")}` : "";
  const sentence = `**${STATES[state]}** right now, its provider says${told}.`;
  return [sentence, HINTS[state], limitsSentence(parsed.data)].filter(Boolean).join(" ");
}

const STATES: Readonly<Record<SimConnectivity["state"], string>> = {
  online: "Online",
  attached: "Attached, without a data session",
  offline: "Offline",
  blocked: "Blocked",
};

const HINTS: Readonly<Partial<Record<SimConnectivity["state"], string>>> = {
  attached: "Networks report that a device is gone only after a day or two.",
};

function limitsSentence({ limits, is_limited }: SimConnectivity): string {
  const reached = is_limited ? "It has reached its monthly limit." : "";
  if (!limits) return reached;
  const { data_bytes, sms_to_device, sms_from_device } = limits;
  const set = [
    data_bytes !== null && `${formatBytes(data_bytes)} of data`,
    sms_to_device !== null && `${rounded(sms_to_device)} SMS to the device`,
    sms_from_device !== null && `${rounded(sms_from_device)} SMS from it`,
  ].filter((text) => text !== false);
  const told =
    set.length > 0 ? `Its limits a month: ${set.join(", ")}.` : "No monthly limit is set.";
  return [reached, told].filter(Boolean).join(" ");
}
