import type { Filter } from "#query/query.ts";
import type { Noun } from "./nouns.ts";

const type = (value: string): Filter => ({
  member: "connection_events.type",
  op: "eq",
  value,
});

/** "rejected by a network" names nobody, and asks for no split by network. */
const REFUSED = "rejected | refused | turned away | turned down | denied | declined | knocked back";
const ANYBODY =
  "a network | the network | any network | networks | its network | their network | an operator | the operator | any operator | operators | a carrier | the carrier";
const REFUSED_BY_ANYBODY = REFUSED.split(" | ")
  .flatMap((verb) => ANYBODY.split(" | ").map((who) => `${verb} by ${who}`))
  .join(" | ");

const eachOf = (verbs: string, objects: readonly string[]): string =>
  verbs
    .split(" | ")
    .flatMap((verb) => objects.map((object) => `${verb} ${object}`))
    .join(" | ");
const EIGHTY = ["80 %", "80 percent"];
const WARNINGS = ["warning", "alarm", "event", "notice", "notification", "warning event"].flatMap(
  (sign) => [
    `quota ${sign}`,
    `data quota ${sign}`,
    `threshold ${sign}`,
    `quota threshold ${sign}`,
    ...EIGHTY.flatMap((part) => [
      `${part} ${sign}`,
      `${part} quota ${sign}`,
      `${part} data ${sign}`,
      `${part} data quota ${sign}`,
    ]),
  ],
);
const MARKS = [
  ...["threshold", "mark", "line", "limit"].flatMap((mark) => [
    ...(mark === "threshold" ? ["threshold", "quota threshold"] : []),
    ...EIGHTY.flatMap((part) => [
      `${part} ${mark}`,
      `${part} quota ${mark}`,
      `${part} data ${mark}`,
    ]),
  ]),
].flatMap((mark) => ["the", "their", "its"].map((whose) => `${whose} ${mark}`));
/** The warning at 80 % of a quota: as it is called, and as what SIMs do to get it. */
const WARNING_80 = [
  ...WARNINGS,
  "quota threshold",
  "threshold crossing",
  ...EIGHTY.map((part) => `${part} mark`),
].join(" | ");
const CROSSED_80 = [
  eachOf("hit | crossed | passed | reached | tripped | went over | broke", [
    ...MARKS,
    ...EIGHTY.flatMap((part) => [
      `${part} of quota`,
      `${part} of their quota`,
      `${part} of the quota`,
    ]),
    ...EIGHTY.flatMap((part) => [`${part} of their data quota`, `${part} of the data quota`]),
  ]),
  eachOf(
    "hit | tripped | triggered | set off",
    WARNINGS.flatMap((sign) => [sign, `the ${sign}`, `a ${sign}`, `their ${sign}`]),
  ),
].join(" | ");

/** What the network reported, in all the words there are for it; verbs too: "was turned away" is a reject. */
export const EVENT_NOUNS: readonly Noun[] = [
  {
    view: "connection_events",
    say: "connection event | event | network event | connectivity event | log entry | log line | connection log | event log | network log | signalling event | signaling event | connectivity log",
  },
  {
    view: "connection_events",
    where: type("reject"),
    say: `${REFUSED_BY_ANYBODY} | reject | rejected | rejecting | got rejected | get rejected | getting rejected | rejection | network reject | network rejection | attach reject | attach rejection | registration reject | registration rejection | rejected connection | connection reject | rejected attach | rejected attempt | rejected registration | reject event | refused connection | attach failure | connection failure | failed connection | failing connection | failed connection attempt | failed attach | failed registration | registration failure | failed to register | failed to attach | could not attach | could not register | unable to attach | unable to register | turned away | turn away | turns away | turning away | turned down | turns down | refused | refuse | refuses | refusing | refusal | denied | deny | denies | denying | denial | access denied | denied access | denied service | denied entry | knocked back | bounced off | barred from the network | not let on | not let in | not allowed on the network | shut out | locked out of the network | kept out | knocked off by | attach refusal | attach denied | declined by | declined`,
  },
  {
    view: "connection_events",
    where: type("attach"),
    say: "attach | attached | attaches | network attach | attachment | attach event | attaching | attach attempt that worked | successful attach | registration | network registration | registered on the network | registered to the network | registered with the network | re attached | reattached | re attach | reattach | re registered | reregistered | re registration | came back on the network | came back online | come back online | comes back online | coming back online | came back to the network | come back to the network | come back on the network | got back on the network | joined the network | joins the network | latched on | latched onto | log on to the network | logged on to the network",
  },
  {
    view: "connection_events",
    where: type("detach"),
    say: "detach | detached | detaches | detaching | network detach | detachment | detach event | lost connection | lost their connection | lost the connection | lost its connection | loses connection | lose connection | losing connection | connection loss | connection lost | loss of connection | lost network | lost the network | disconnected | disconnect | disconnection | disconnecting | dropped off | dropped off the network | drop off | drop off the network | drops off | dropping off | dropped out | drop out | drops out | dropout | drop offs | drop outs | dropped connection | dropped the connection | connection drop | fell off | fell off the network | fall off | fall off the network | falls off | falling off | fallen off | fell out | fell off the air | went off the network | left the network | leave the network | deregistered | de registered | deregistration | de registration | cut out | lost contact | lost contact with the network | dropped from the network | dropped by the network | dropped off the map",
  },
  {
    view: "connection_events",
    where: type("session_start"),
    say: "session start | session started | data session start | session | data session | pdp session | pdp context | pdn session | opened session | session opened | opened a session | open a session | opened a data session | started a session | start a session | session opening | opening of a session | data connection opened",
  },
  {
    view: "connection_events",
    where: type("session_end"),
    say: "session end | session ended | ended session | closed session | session [were] closed | session [got] closed | session [that] ended | session [which] ended | session that were closed | session which were closed | session that got closed | session were ended | session were terminated | session close | session closing | session termination | terminated session | session terminated | finished session | session finished | session release | released session | session released | end of session | end of a session | closing of a session | session over",
  },
  {
    view: "connection_events",
    where: type("imei_change"),
    say: "imei change | change its imei | change their imei | change imei | change the imei | imei change event | imei swap | device change | changed imei | imei changed | hardware change | hardware swap | changed hardware | swapped hardware | changed device | imei switch | imei switched | switched imei | imei swapped | swapped imei | changed its imei | changed their imei | changed the imei | switched device | swapped device | device swap | device swapped | device switch | device exchange | exchanged device | imei exchange | new imei | different imei | other imei | another imei | imei replaced | imei replacement | imei modification | handset change | changed handset | modem swap | swapped modem | module swap | moved into another device | moved to another device | moved into a different device | moved to a different device | moved between devices | put into another device | put in another device | put into a different device | put in a different device | put into other devices | stuck into another device | swapped into another device | swapped into a different device | placed in another device | turned up in another device | turned up in a different device | showed up in another device | ended up in another device | ended up in a different device | popped up in another device | used in another device | used in a different device | used by another device | transplanted",
  },
  {
    view: "connection_events",
    where: type("quota_threshold"),
    say: `${CROSSED_80} | ${WARNING_80}`,
  },
  {
    view: "connection_events",
    where: type("quota_exhausted"),
    say: "exhausted event | quota exhausted event | quota exhaustion | quota exhaustion event | exhaustion event | hit the cap | hit the limit | hit their limit | hit their cap | hit its limit | hit its cap | hit the quota | hit their quota | hit the data cap | hit their data cap | exhausted quota | exhausted data quota | exhausted the quota | exhausted their quota | exhausted its quota | exhausted their data | exhausted their data quota | quota exhausted | data quota exhausted | quota was exhausted | quota got exhausted | quota has been exhausted | quota ran out | data ran out | data quota ran out | ran out of data | ran out of quota | ran dry | quota used up | data used up | quota was used up | data quota used up | data quota was used up | used up quota | used up their quota | used up the quota | used up all their data | used up their data | used up its quota | used up its data | used up their data quota | used up all of their data | reached the cap | reached the limit | reached their limit | reached their quota | reached their cap | maxed out | maxed out their quota | maxed out the quota | depleted quota | depleted their quota | depleted the quota | quota depleted | quota depletion | burned through their quota | burnt through their quota | blew through their quota | went through their whole quota | ate up their quota",
  },
];
