import type { Filter, Member } from "#query/query.ts";
import type { ValueWord } from "./values.ts";

const is = (member: Member, value: string): Filter => ({ member, op: "eq", value });
const act = (say: string, ...actions: string[]): ValueWord => ({
  dim: LOGGED,
  say,
  filters: [
    actions.length === 1
      ? is("audit_logs.action", actions[0] ?? "")
      : { member: "audit_logs.action", op: "in", values: actions },
  ],
});

/** The dimension of what only the audit log knows, and of what a SIM's status and dates tell as well. */
export const LOGGED = "action";
export const ALSO_STATE = "action_or_state";
const alsoState = (say: string, ...actions: string[]): ValueWord => ({
  ...act(say, ...actions),
  dim: ALSO_STATE,
});

const WAS = ["was", "were", "is", "has been", "have been", "had been", "got", "been", "was being"];
const DONE = ["changed", "switched", "swapped", "modified", "updated", "edited"];

/** "Whose plan was changed", for what a SIM has. */
function changed(things: readonly string[]): string {
  return things
    .flatMap((thing) => [
      `${thing} changed`,
      ...WAS.flatMap((was) => DONE.map((done) => `${thing} ${was} ${done}`)),
    ])
    .join(" | ");
}

/** What people do to SIMs. Some of it is a state of the SIM as well: who did it, or when, tells the two apart. */
export const ACTS: readonly ValueWord[] = [
  alsoState(
    "suspended | suspend | suspending | suspends | blocked | paused | froze | frozen | put on hold | barred | cut off",
    "sim.suspend",
  ),
  act("suspension | suspend action", "sim.suspend"),
  alsoState(
    "activate | activating | reactivated | reactivate | reactivating | re activated | unsuspended | unsuspend | unblocked | unblock | resumed | resume | lifted the suspension",
    "sim.activate",
  ),
  act("reactivation | re activation | unblocking", "sim.activate"),
  alsoState(
    "deactivate | deactivating | terminated | terminate | retired | decommissioned | killed",
    "sim.deactivate",
  ),
  alsoState("deactivation | termination | decommissioning", "sim.deactivate"),
  act(
    "top up | top ups | topups | topped up | tops up | topping up | topup | toppedup | quota top up | quota top ups | quota topup | quota topups | data top up | data top ups | data topup | data topups | topped the quota up | recharge | recharged | refill | refilled | gave extra data | added data | quota increase | extra data handed out | handed out extra data | extra data given out | gave out extra data | gave more data | added more data | added extra data | booster | boosters | data booster | data boosters | boost | boosts | boosted | data boost | extra data granted | granted extra data | quota raise | quota raised | raised the quota | raised quota | increased the quota | increased quota | extra volume booked | extra data booked | booked extra data",
    "quota.top_up",
  ),
  act(
    `${changed(["plan", "rate plan", "tariff", "subscription", "data plan"])} | plan change | rate plan change | tariff change | change of plan | change of rate plan | change of tariff | changed plan | changed the plan | changed the rate plan | changed rate plan | changed the tariff | changed tariff | moved to another plan | moved to a different plan | switched plan | switched the plan | switched to another plan | plan switch | switched rate plan | switched the rate plan | switched tariff | switched the tariff | swapped plan | swapped rate plan | swapped the plan | put on another plan | put on a different plan | moved plan | moved between plans | swap of plan | switch of plan | switch of tariff | rate plan switch | tariff switch | plan swap | plan move | plan moves | changed to another plan | change to another plan | migrated to another plan`,
    "rate_plan.change",
  ),
  act(
    "changed tags | changed the tags | changed a tag | tags changed | tagged | tagging | added a tag | put a tag on | set a tag | tag change",
    "sim.tag",
  ),
  act(
    `${changed(["label", "labels", "name", "names", "device name"])} | renamed | rename | renaming | relabelled | relabeled | relabelling | changed the label | changed the name | changed label | name change | label change`,
    "sim.update",
  ),
  act(
    "status change | change of status | state change | change of state | change in status",
    "sim.activate",
    "sim.suspend",
    "sim.deactivate",
  ),
  act("connectivity test | reachability test | tested | test run | connection test", "sim.test"),
  act("sms command | command sent | sms sending", "sms.send"),
  act("ticket update | ticket change | updated a ticket | updated ticket", "ticket.update"),
  act("sim creation | registered sim", "sim.create"),
  act(
    "sign in | sign ins | signins | logins | signed in | signin | logged in | login | logon",
    "session.sign_in",
  ),
  act(
    "failed sign in | failed sign ins | failed login | failed logon | unsuccessful sign in | unsuccessful login | sign in failure | login failure | wrong password | sign in failed | login failed | denied login",
    "session.sign_in_failed",
  ),
  act("sign out | signed out | logged out | logout", "session.sign_out"),
  act("password change | changed their password | changed password", "user.change_password"),
  act(
    "added a member | member added | added a user | new member | invited",
    "member.add",
    "member.invite",
  ),
  act("removed a member | member removed | removed a user", "member.remove"),
  act("role change | changed a role | changed the role", "member.change_role"),
  act("api key created | created an api key", "api_key.create"),
  act("api key revoked | revoked an api key", "api_key.revoke"),
];

/** States of tickets and messages in more of the words that people have for them. */
export const DESK_STATES: readonly ValueWord[] = [
  {
    dim: "status",
    say: "in the backlog | not dealt with | unsettled | outstanding | nobody has resolved | nobody resolved | no one has resolved | nobody has closed | nobody closed | we have not resolved | we have not closed | we have not solved | have not been resolved | have not been closed | still not resolved | still not solved | still not closed | not yet resolved | not yet closed | not yet solved | not solved | unclosed | not done yet",
    filters: [
      { member: "support_tickets.status", op: "ne", value: "resolved" },
      { member: "alerts.resolved_at", op: "is_null" },
    ],
  },
  {
    dim: "status",
    say: "landed | made it | reached its destination",
    filters: [is("sms_messages.status", "delivered")],
  },
  {
    dim: "status",
    say: "never delivered | never arrived | did not arrive | did not get delivered | were not delivered | was not delivered | not arrived | did not make it | did not get through | did not go through | never made it | never got through | never reached | not reach | did not reach | got lost | went missing | without reaching | without ever reaching | without arriving | without ever arriving | without being delivered | without getting delivered | without getting through | without delivery | before reaching | before delivery | before they were delivered | before being delivered | before they arrived | before arriving",
    filters: [{ member: "sms_messages.status", op: "ne", value: "delivered" }],
  },
  {
    dim: "status",
    say: "in transit | on its way | queued | in the queue | stuck in pending | still pending | awaiting delivery | undecided",
    filters: [is("sms_messages.status", "pending"), is("support_tickets.status", "pending")],
  },
];

/** Tickets that are about a customer as a whole. */
export const DESK_SUBJECTS: readonly ValueWord[] = [
  {
    dim: "about_sim",
    say: "not about a sim | not about any sim | about no sim | about no particular sim | not linked to a sim | not tied to a sim | without a sim | with no sim | without any sim | no sim attached | not related to a sim",
    filters: [{ member: "support_tickets.iccid", op: "is_null" }],
  },
];

/** Whose side a message came from. */
export const DESK_DIRECTIONS: readonly ValueWord[] = [
  {
    dim: "direction",
    say: "went out | gone out | going out | go out | we fired off | we texted | we have texted | we shot off | we delivered | fired off | from us | sent by us | from our side | from our platform | outbound | outgoing | downlink | towards devices | toward devices | towards the device | towards the devices | to the devices | to our devices | to it from us | texted to | addressed to | we messaged",
    filters: [is("sms_messages.direction", "mt")],
  },
  {
    dim: "direction",
    say: "texted to us | texted back to us | sent to us | sends to us | messaged to us | reported to us | wrote to us | sent us | sends us | send us | texted us | text us | texts us | messaged us | answered us | wrote us | replied to us | came in from | by the device | by the devices | by device | by devices | from the devices | from our devices | inbound | incoming | uplink | sent back | came back",
    filters: [is("sms_messages.direction", "mo")],
  },
];

export const DESK_VALUES: readonly ValueWord[] = [
  ...ACTS,
  ...DESK_STATES,
  ...DESK_SUBJECTS,
  ...DESK_DIRECTIONS,
];
