import type { Filter, Member } from "#query/query.ts";
import type { ValueWord } from "./values.ts";

const is = (member: Member, value: string | boolean): Filter => ({ member, op: "eq", value });

const NOBODY =
  "nobody | no one | noone | none of us | not anyone | not anybody | no human | no colleague | no person | not a soul | nobody ever | no one ever".split(
    " | ",
  );
const SOMEBODY = "somebody | someone | anybody | anyone | one of us | a colleague".split(" | ");
const HAVE = ["", "has ", "had ", "have ", "has yet ", "has ever ", "ever ", "has so far "];

/** `{who} has {verb}` for everybody who may have. */
const each = (who: readonly string[], verbs: string): string =>
  who
    .flatMap((one) =>
      HAVE.flatMap((have) => verbs.split(" | ").map((verb) => `${one} ${have}${verb}`)),
    )
    .join(" | ");

/** "Did nobody acknowledge", "does no one want to own". */
const bare = (verbs: string): string =>
  NOBODY.flatMap((one) => verbs.split(" | ").map((verb) => `${one} ${verb}`)).join(" | ");

const ACKNOWLEDGED =
  "acknowledged | acked | confirmed receipt of | looked at | looked into | taken note of | noted | noticed | reacted to | responded to | seen to | attended to | cared about | cared for | bothered with | bothered about";
const TAKEN =
  "picked up | picked it up | picked them up | taken | taken on | taken over | took | claimed | grabbed | adopted | signed up for | been given | been assigned | been assigned to | been put on";
const JUDGED = "ruled on | decided on | judged | reviewed | triaged | dismissed or confirmed";
const RESOLVED =
  "resolved | closed | solved | fixed | dealt with | taken care of | cleared | sorted | sorted out | finished | answered";

/** Rows that are, or are not yet, in somebody's hands, said of the people. */
export const WIDER_VALUES: readonly ValueWord[] = [
  {
    dim: "acknowledged",
    say: `${each(NOBODY, ACKNOWLEDGED)} | ${bare("acknowledge | ack | confirm receipt of | look at | look into | take note of | notice | react to | respond to | see to | attend to | care about | bother with | sign off")} | waiting for someone to acknowledge them | waiting for somebody to acknowledge them | waiting for someone to ack them | waiting to be acked | awaiting an ack | awaiting acknowledgment | without anyone looking at them | without anybody looking at them | without anyone acking | without anyone acking them | without anybody acking them | with no ack | with no acknowledgement | nobody ever acknowledging them | with nobody ever acknowledging them | with nobody acknowledging them | with no one acknowledging them | though nobody acknowledged them | although nobody acknowledged them | although nobody acked them | although nobody ever acknowledged them | although no one ever acknowledged them | although no one acknowledged them | ack is missing | acknowledgement is missing | not signed off | not yet signed off | ignored by everyone`,
    filters: [is("alerts.acknowledged", false)],
  },
  {
    dim: "acknowledged",
    say: `${each(SOMEBODY, ACKNOWLEDGED)} | with an ack | with an acknowledgement | with acknowledgement`,
    filters: [is("alerts.acknowledged", true)],
  },
  {
    dim: "assigned",
    say: `${each(NOBODY, TAKEN)} | ${bare("pick up | pick it up | pick them up | take | take on | take over | claim | grab | adopt | own | handle | look after")} | without anyone in charge | without anybody in charge | nobody in charge | no one in charge | with nobody in charge | with no one in charge | nobody is in charge of | nobody is responsible for | no one is responsible for | without anyone responsible | without anyone on it | without anybody on it`,
    filters: [
      { member: "support_tickets.assigned_team", op: "is_null" },
      { member: "anomalies.assigned_to", op: "is_null" },
    ],
  },
  {
    dim: "judged",
    say: `${each(NOBODY, JUDGED)} | still to be judged | yet to be judged | awaiting a verdict | waiting for a verdict | no verdict yet | nobody's verdict`,
    filters: [
      { not: { member: "anomalies.status", op: "in", values: ["confirmed", "dismissed"] } },
    ],
  },
  {
    dim: "status",
    say: `${each(NOBODY, RESOLVED)} | ${bare("resolve | close | solve | fix | deal with | take care of | clear | sort | sort out | finish | answer")} | unanswered | still unanswered | awaiting an answer | waiting for an answer | await an answer | left unresolved | left open | still hanging | not wrapped up | not sorted | not sorted yet | still waiting to be resolved | still to be resolved | still to be closed | not cleared | not yet cleared | uncleared`,
    filters: [
      { member: "support_tickets.status", op: "ne", value: "resolved" },
      { member: "alerts.resolved_at", op: "is_null" },
    ],
  },
  {
    dim: "status",
    say: "dealt with | taken care of | sorted out | wrapped up | over and done with | done and dusted | put to bed | cleared | finished with | no longer open | off the table",
    filters: [
      is("support_tickets.status", "resolved"),
      { member: "alerts.resolved_at", op: "is_not_null" },
    ],
  },
  {
    dim: "status",
    say: "reached the device | reached its device | reached their device | reached the devices | reached their devices | reached a device | went through | gone through | were received by the device | got there | arrived at the device | arrived safely | received by the device | with a delivery receipt",
    filters: [is("sms_messages.status", "delivered")],
  },
  {
    dim: "status",
    say: "on hold | put on hold | stuck | stuck in the queue | still stuck | hanging | still hanging around | still under way | still underway | still waiting to go out",
    filters: [is("sms_messages.status", "pending"), is("support_tickets.status", "pending")],
  },
  {
    dim: "status",
    say: "ran out of time | went stale | ran past their validity | expired unread | gave up on",
    filters: [is("sms_messages.status", "expired")],
  },
  {
    dim: "customer",
    say: "belong to nobody | belongs to nobody | belonging to nobody | belong to no one | belongs to no one | belong to no customer | belongs to no customer | belonging to no customer | not assigned to any customer | assigned to no customer | without any customer | do not belong to anyone | do not belong to anybody | do not belong to any customer | does not belong to anyone | does not belong to any customer | without an account | belong to no account",
    filters: [
      { member: "sims.customer", op: "is_null" },
      { member: "anomalies.assigned_to", op: "is_null" },
    ],
  },
];
