import type { Filter } from "#query/query.ts";
import type { Noun } from "./nouns.ts";

const event = (value: string): Filter => ({ member: "connection_events.type", op: "eq", value });
const direction = (value: string): Filter => ({
  member: "sms_messages.direction",
  op: "eq",
  value,
});
const join = (heads: string, tails: string): string =>
  heads
    .split(" | ")
    .flatMap((head) => tails.split(" | ").map((tail) => `${head} ${tail}`))
    .join(" | ");

const OFF_THE_NETWORK = join(
  "kicked | booted | thrown | chucked | bumped | knocked | forced",
  "off | off the network | off their network | off its network | off a network | off the air | off the grid",
);
const BY_THE_NETWORK = join(
  "bounced | blocked | barred | rebuffed | repelled | spurned | turned back | thrown out | not accepted | not admitted | not let in",
  "by the network | by a network | by any network | by its network | by their network | by an operator | by the operator | by a carrier | by the carrier",
);
const CARDS_AWAY = join(
  "turning | turn | turns | turned | sending | send | sends | sent",
  "our cards away | our sims away | our devices away | the cards away | the sims away | cards away | sims away | devices away | them away | it away | us away",
);
/** The network that does it is any: it asks for no split by network. */
const NETWORK_AWAY = join(
  "the network | networks | the networks | the operator | operators",
  CARDS_AWAY,
);

/** More of the ways in which people speak of what the network did and of messages. */
export const WIDER_NOUNS: readonly Noun[] = [
  {
    view: "connection_events",
    where: event("attach"),
    say: `${join("joined | joins | join | joining | hooked up to | hooked onto | hopped on | hopped onto | signed on to | logged onto | got onto | got on | came onto | latched onto | attached to | camped on | registered with | registered to | registers with | registering with", "the network | a network | any network | its network | their network | our network")} | registered with | registers with | registering with | hooked up to | hooking up to | latched on to | reconnected | reconnect | reconnects | reconnecting | reconnection | successful attach | successful attempt to attach | attached successfully`,
  },
  {
    view: "connection_events",
    where: event("detach"),
    say: `${OFF_THE_NETWORK} | went off air | going off air | got cut off from the network | cut off from the network | cut off by the network | lost touch with the network | let go of the network | network drop | network loss | network dropped | connection dropped | dropped connections | connection broke | broken connection`,
  },
  {
    view: "connection_events",
    where: event("reject"),
    say: `${BY_THE_NETWORK} | ${CARDS_AWAY} | ${NETWORK_AWAY} | attach attempt refused | attach attempt rejected | attach attempts were rejected | attach attempts were refused | refused attach attempt | rejected attach attempt | failed attach attempt | failed attempt to attach | failed attempt to register | failed to join | failed to get on the network | network refused | network turned away | knock back | knockback | brush off | shown the door | said no to`,
  },
  {
    view: "connection_events",
    where: event("session_start"),
    say: "data call | pdp activation | session begun | session began | began a session | begun a session | sessions were opened | sessions were started | new session",
  },
  {
    view: "sms_messages",
    where: direction("mo"),
    say: "replies from | replies by | reply sms | reply text | reply message | sms reply | text reply | device reply | device response | responses from | response sms | response text | response message | sms response | answers from devices | answers from the devices | messages back | text back | texts back",
  },
  {
    view: "support_tickets",
    say: "support query | customer query | support call | service ticket | incident ticket | customer case | service case | support enquiry | support inquiry | support item",
  },
  {
    view: "anomalies",
    say: "strange thing | odd thing | weird thing | funny thing | unusual thing | suspicious thing | strange things found | detection | detected anomaly | finding | oddity | irregularity found | deviation | strange behaviour | strange behavior | suspicious behaviour | suspicious behavior | suspicious activity",
  },
  {
    view: "alerts",
    say: "rule hit | hit of the rule | hit of a rule | hits of the rule | alert raised | alarm raised | triggered alert | fired alert | alarm message | alert message | pager alert | warning alert",
  },
];

/** Names of any device, where the fleet has no device of that name. */
export const GENERAL_DEVICES: readonly string[] =
  "machine box gadget appliance terminal gizmo module".split(" ");
