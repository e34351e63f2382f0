import type { Member } from "#query/query.ts";
import { SHUT_DOWN } from "./sim-states.ts";

/** Verbs that say when something happened: with a time they filter by it, alone they choose the date that counts. */
export interface Predicate {
  readonly say: string;
  readonly members: readonly Member[];
  /** Shown when the question asks "when". */
  readonly columns?: readonly Member[];
  /** Says that it did not happen: "offline for 3 days". */
  readonly inverse?: boolean;
  /** "took … to acknowledge": the verb after how long it took. */
  readonly infinitive?: boolean;
}

const THINGS = {
  data: "data,their data,its data,his data,her data,the data,volume,their volume,its volume,allowance,their allowance,its allowance,quota,their quota,its quota,data quota,their data quota,its data quota,data allowance,their data allowance,their bundle,its bundle,data bundle,their data bundle,credit,data credit,megabytes,mb,gb,gigabytes,giga,their limit,data limit,their data limit".split(
    ",",
  ),
  sms: "sms,their sms,its sms,messages,texts,text messages,sms quota,their sms quota,its sms quota,sms allowance,sms bundle,their texts,its texts".split(
    ",",
  ),
} as const;

/** "Run out of …", "exhaust …", "… is used up", for all that can run out. */
function exhausting(kind: keyof typeof THINGS): string {
  const bare =
    kind === "data"
      ? "not last | will not last | not last long enough | not make it | run out | ran out | runs out | running out | run dry | runs dry | running dry | go dry | dry up | dries up | drying up | be exhausted | will be exhausted | be out | be used up | be depleted | get depleted | exhaustion date | date of exhaustion | exhaustion day | run out date | exhaustion | depletion date | bite the dust | run empty | runs empty | running empty | be empty | run short | will be gone | be gone | hit the wall | hit the ceiling | hit zero | reach zero"
      : "sms exhaustion date";
  const verbs =
    "run dry of | runs dry of | running dry of | ran dry of | run out of | runs out of | running out of | ran out of | be out of | exhaust | exhausts | exhausting | use up | uses up | using up | finish | finishes | finish up | deplete | depletes | burn through | get through | go through | eat up | hit | reach | run short of | run through".split(
      " | ",
    );
  const after =
    "runs out | run out | running out | running dry | runs dry | is gone | be gone | will be gone | is used up | be used up | will be used up | is exhausted | be exhausted | will be exhausted | ends | dries up | is finished | finishes | is depleted | be depleted".split(
      " | ",
    );
  return [
    bare,
    ...THINGS[kind].flatMap((thing) => [
      ...verbs.map((verb) => `${verb} ${thing}`),
      ...after.map((verb) => `${thing} ${verb}`),
    ]),
  ].join(" | ");
}

export const PREDICATES: readonly Predicate[] = [
  {
    members: ["support_tickets.created_at", "sims.last_seen_at"],
    columns: ["sims.last_seen_at"],
    say: "report in | reported in",
  },
  {
    members: ["sims.last_seen_at"],
    columns: ["sims.last_seen_at"],
    say: "seen | last seen | been seen | seen on any network | seen on a network | seen on the network | seen by any network | seen by the network | seen anywhere | contact | any contact | network contact | contact whatsoever | contact with us | online | been online | been last seen | was online | come online | came online | last online | heard | heard from | heard of | last heard | checked in | check in | announced itself | announced themselves | announce itself | announce themselves | signed in | logged in | last check in | last checked in | talk to the network | last talk to the network | talked | contacted | last contact | last contacted | last activity | connected | last connected | last connect | been connected | phoned home | reporting | reported | been heard | responding | responded | communicated | communicate | been in contact | had contact | sign of life | signs of life | seen online | hear from | hear of | hear anything from | last hear from | last hear of | last hear | last see | last contact date | date of last contact | last seen date | date last seen | last registered | registered | last registration | last network contact | been in touch | in touch | last in touch | showed up | shown up | show up | last showed up | turned up on the network | been on the network | on the network | last on the network | last on network | on air | been on air | logged on | last logged on | talking to us | talked to us | speak to us | spoken to us | spoke to us | contact with the network | contact with network | last time seen | last alive | been alive | pinged us | last ping | last sighting | sighted | last attached | had a connection | made a connection | made contact | been visible | visible | popped up | surfaced | resurfaced | called home | call home | dialled in | dialed in | dial in | called in | rang in | made a peep | peeped | made a sound | made itself heard | made themselves heard | signalled | signaled | beaconed | reachable | been reachable | put in an appearance | shown themselves | shown itself | showed itself | showed themselves | gave a sign of life | given a sign of life | given any sign of life | last time online | gave any sign of life | shown any sign of life | shown signs of life | said hello | last known contact | last sign of life | latest contact | latest sign of life | most recent contact",
  },
  {
    members: ["sims.last_seen_at"],
    columns: ["sims.last_seen_at"],
    inverse: true,
    say: "hear nothing | heard nothing | hear nothing from | heard nothing from | hear nothing of | heard nothing of | nothing was heard from | no word from | not a word from | not a peep from | heard not a peep from | lost sight of | offline | silent | been silent | been offline | dark | gone dark | been quiet | quiet | unreachable | been unreachable | gone offline | went offline | not reporting | mute | been mute | gone mute | gone quiet | went quiet | went dark | been dark | out of touch | out of contact | off air | off the air | been off air | off the network | been off the network | missing | been missing | gone missing | unseen | been unseen | unheard of | inactive on the network | radio silent | lost contact | not answering | without contact | without any contact | without sign of life | without a sign of life | without any sign of life | off the radar | dropped off the radar | fell off the radar | gone off the radar | off grid | off the grid | disappeared | vanished | gone awol | awol | unaccounted for | gone dead | went dead | gone unseen | gone without contact | incommunicado | out of reach | been out of reach | been out of contact | been out of touch | no longer reporting | no longer seen",
  },
  {
    members: ["sims.activated_at"],
    say: "activated | switched on | turned on | activate | activates | got activated | been activated | were activated | was activated | gone live | went live | go live | going live | come into service | came into service | come into operation | came into operation | put into service | put in service | brought into service | brought into use | put into operation | taken into service | taken into operation | commissioned | bring live | brought live | bring online | bring into service | bring into use | put into use | take live | took live | taken live | lit up | light up | turn up | roll out | in service since | first activated | first switched on | switched on for the first time | activated for the first time | went live for the first time | brought online for the first time | turned on for the first time | powered on for the first time | first activation | first went live | first gone live | activated first | put live | turned up | brought online | rolled out | activation date | date of activation | activation day | activation time | activation | activations | new activations",
  },
  {
    members: ["sims.deactivated_at"],
    say: `${SHUT_DOWN} | switched off | turned off | deactivate | been deactivated | were deactivated | was deactivated | got deactivated | deactivation | deactivations | deactivation date | date of deactivation`,
  },
  {
    members: ["alerts.triggered_at", "support_tickets.created_at"],
    say: "raised | raise | raises | been raised | got raised",
  },
  {
    members: ["alerts.triggered_at"],
    say: "triggered | fired | went off | gone off | came up | alerted | trigger | triggers | triggering | fire | fires | firing | go off | goes off | going off | raising | set off | sounded | rang | been triggered | been fired | was triggered | were triggered | got triggered",
  },
  {
    members: ["support_tickets.resolved_at", "alerts.resolved_at"],
    say: "resolved | closed | solved | did we close | did we resolve | did we solve | been resolved | been closed | wrapped up | wrap up | wrapping up | sorted out | been sorted out | put to bed | laid to rest | ticked off | cleared | been cleared | cleared up | been cleared up | settled | been settled | taken care of | been taken care of | dealt with | been dealt with | completed | been completed | concluded | been concluded | closed off | closed out | finished off | did we fix | did we clear | did we settle | did we finish",
  },
  {
    members: [
      "support_tickets.created_at",
      "alerts.triggered_at",
      "anomalies.detected_at",
      "audit_logs.occurred_at",
      "connection_events.occurred_at",
      "sms_messages.sent_at",
      "sims.created_at",
    ],
    say: "created | file | files | filing | lodging | came in | come in | arrived | opened | submitted | filed | received | reported | new | been opened | been created | were raised | was raised | logged | added | open date | did we receive | arrive | incoming | create | creates | creating | did we create | lodged | lodge | set up | provisioned | onboarded | provision | onboard | brought on board | entered into the system | loaded into the system | put into the system | booked in | came to us | come to us | reached us | landed with us | dropped in | rolled in | poured in | flooded in | trickled in",
  },
  {
    members: ["support_tickets.resolved_at", "alerts.resolved_at"],
    infinitive: true,
    say: "resolve | close | solve | be resolved | be closed | get resolved | get closed | fix | be fixed | clear | be cleared | until resolved | until it was resolved",
  },
  {
    members: ["alerts.acknowledged_at"],
    say: "acknowledged | been acknowledged | acked | acknowledging | been acked | acknowledges | acks | signed off | been signed off | confirmed receipt of | taken note of | took note of | noted",
  },
  {
    members: ["alerts.acknowledged_at"],
    infinitive: true,
    say: "acknowledge | ack | be acknowledged | be acked | get acknowledged | get acked | until acknowledged | until somebody acknowledged",
  },
  {
    members: ["sms_messages.sent_at"],
    say: "sent | send | pushed | were sent | been sent | was sent | gone out | went out | go out | going out | fired off | fired out | dispatched | dispatch | despatched | shipped out | put out | issued | were pushed | been pushed | was pushed | transmitted to",
  },
  { members: ["sms_messages.delivered_at"], say: "delivered | were delivered" },
  {
    members: ["sms_messages.delivered_at"],
    infinitive: true,
    say: "deliver | be delivered | get delivered | reach a device | reach the device | reach its device | reach their device | reach devices | reach the devices | reach their devices | arrive at the device | get to the device | get there | it is arrived | it has arrived | they have arrived | they arrive | it arrives | they are delivered | it is delivered | until delivery | get through to the device | to arrive | to land | to get through | to come through | to get there",
  },
  {
    members: ["anomalies.detected_at"],
    say: "detected | found | flagged | spotted | been detected | detect | detects | detecting | noticed | been noticed | been spotted | been flagged | been found | picked up on | turned up by | discovered | been discovered | identified | been identified | uncovered | come to light | came to light",
  },
  {
    members: ["quota_data.expires_at", "sim_quota.expires_at"],
    columns: ["sim_quota.expires_at"],
    say: "expire | expires | expiring | will expire | due to expire | set to expire | about to expire | it is valid | is valid | are valid | they are valid | it stays valid | stays valid | remains valid | it expires | they expire | it lapses | it is good for | until when it lasts | valid until | valid till | valid to | is it valid | be valid | be used until | be used till | usable until | good until | expiry | expiration | validity | validity end | expiry date | expiration date | date of expiry | expiry day | use by date | lapse | lapses | lapsing | run off | forfeit | forfeited | time out | goes void | become void | until when can it be used | til when can it be used | till when can it be used | until when valid | lose their validity | lapsed | will lapse | expires on | ending | ends | end | runs off | running off | ran off | runs to | come to an end | comes to an end | coming to an end | reach its end | will end | be forfeited | will be forfeited | be lost | fall due | falls due | time outs | best before | sell by date | shelf life | go to waste | goes to waste | going to waste | be wasted",
  },
  {
    members: ["churn_risk.predicted_date"],
    say: "churn | churns | to churn | will churn | predicted to churn | expected to churn | likely to churn | to leave us | will leave us | leave us | predicted to leave | expected to leave | predicted to leave us | predicted churn | predicted churn date | churn date | predicted date | date of churn | predicted to cancel | expected to cancel",
  },
  {
    members: ["outlook_data.exhaustion_date"],
    columns: ["outlook_data.exhaustion_date"],
    say: exhausting("data"),
  },
  {
    members: ["outlook_sms.exhaustion_date"],
    columns: ["outlook_sms.exhaustion_date"],
    say: exhausting("sms"),
  },
  {
    members: [
      "connection_events.occurred_at",
      "audit_logs.occurred_at",
      "alerts.triggered_at",
      "support_tickets.created_at",
      "sms_messages.sent_at",
      "anomalies.detected_at",
    ],
    say: "did we get | did we have | happened | occurred | happen | occur | took place | recorded | made | booked | carried out | performed | executed | entered into the log | effected | granted | handed out | given out | dished out | doled out | logged in the audit log | acted | were made | was made | did",
  },
];
