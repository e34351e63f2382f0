import type { Filter } from "#query/query.ts";
import type { ValueWord } from "./values.ts";

const status = (value: string): Filter => ({ member: "sims.status", op: "eq", value });

/** What SIMs were, once and for all: a state, and what happened at its time. */
export const SHUT_DOWN =
  "deactivated | retired | decommissioned | terminated | scrapped | shut down for good | switched off for good | turned off for good | taken out of service | put out of service | written off";

/** What a SIM is, or is not, at this moment, and how people say it. */
export const SIM_STATES: readonly ValueWord[] = [
  {
    dim: "status",
    say: "active | in service | live | in use | operational | operative | in operation | activated now | active state | active status | status active | in active service | actively running | up and running | switched on | turned on | enabled | unlocked",
    filters: [status("active")],
  },
  {
    dim: "status",
    say: "inactive | unactivated | not yet activated | not activated | not activated yet | yet to be activated | waiting to be activated | waiting for activation | awaiting activation | in stock | in our stock | still in stock | on stock | on the shelf | on shelf | in the warehouse stock | in the drawer | in inventory | not yet in service | not yet in use | not yet live | not live yet | never put into service | not put into service | pre active | preactive | pre activation | ready to activate | ready for activation | inactive state | inactive status | status inactive",
    filters: [status("inactive")],
  },
  {
    dim: "status",
    say: "suspended | paused | blocked | barred | on hold | put on hold | frozen | on ice | put on ice | temporarily off | temporarily disabled | temporarily blocked | temporarily suspended | temporarily barred | locked | locked out | in suspension | under suspension | suspended state | status suspended | suspend state",
    filters: [status("suspended")],
  },
  {
    dim: "status",
    say: `${SHUT_DOWN} | permanently off | permanently disabled | out of service | end of life | cancelled | canceled | deactivated state | status deactivated | closed down`,
    filters: [status("deactivated")],
  },
  {
    dim: "tagged",
    say: "untagged | without tag | without tags | without any tag | without any tags | without a tag | no tag | no tags | no tag at all | not tagged | not tagged at all | have no tag | have no tags | has no tag | has no tags | with no tag | with no tags | zero tags | lacking tags",
    filters: [{ member: "sims.tags", op: "is_null" }],
  },
  {
    dim: "tagged",
    say: "with tags | with any tag | with at least one tag | with some tag | have tags | have any tag",
    filters: [{ member: "sims.tags", op: "is_not_null" }],
  },
  {
    dim: "seen",
    say: "never seen | never been seen on any network | never been seen on a network | never seen on any network | never been seen anywhere | never seen anywhere | never been on any network | never had contact | never had any contact | never made contact | never online | never connected | never been online | never been seen | never been connected | never come online | never came online | never came on line | not yet seen | never ever seen | never ever been seen | never ever online | never ever connected | never registered | never heard of | never been heard of | never heard from | never been heard from | never attached | never showed up | never shown up | never turned up | never popped up | never been on the network | never been on a network | never been on any network | never been in contact | never made contact | never had contact | never made a connection | never made the connection | never logged on | never checked in | never reported in | never talked to the network | never contacted us | never in contact | without a last seen date | not been seen ever | no sign of life ever | no last seen date | never seen ones | never seen on any network | never seen on a network | never once seen | never once online | never once connected | not once been seen | not once seen | not once online | not once connected | not ever been seen | not ever seen | unseen | yet to be seen | yet to come online | yet to connect",
    filters: [{ member: "sims.last_seen_at", op: "is_null" }],
  },
  {
    dim: "activated",
    say: "never active | never been active | never were active | never was active | never activated | never been activated | never got activated | never were activated | without an activation date | without activation date | no activation date | never gone live | never went live",
    filters: [{ member: "sims.activated_at", op: "is_null" }],
  },
  {
    dim: "over_quota",
    say: "over quota | over their quota | over the quota | over its quota | exceeded their quota | exceeded the quota | above quota | over the limit | over their limit | out of data | out of quota | no data left | used up | out of allowance | at the limit | at their limit | at its limit | at the end of their quota | have no quota left | has no quota left | no allowance left | without any data left | without data left | no data quota left | nothing left of their quota | nothing left of their data quota | completely used up | fully used up | completely exhausted | fully exhausted | used up completely | completely out of data | zero data left | 0 data left | exhausted | depleted | maxed out | at 100 % | at 100 percent | at a hundred percent | ran dry | dried up",
    filters: [{ member: "quota_data.used", op: "gte", other: "quota_data.total" }],
  },
  {
    dim: "over_sms_quota",
    say: "out of sms | out of texts | out of messages | no sms left | no texts left | no messages left | no sms quota left | zero sms left | used up sms quota | used up their sms quota | used up their sms | used up all their sms | used up their texts | exhausted sms quota | exhausted their sms quota | exhausted their sms | exhausted its sms quota | exhausted the sms quota | sms quota exhausted | sms quota used up | sms allowance used up | over sms quota | over their sms quota",
    filters: [{ member: "quota_sms.used", op: "gte", other: "quota_sms.total" }],
  },
];
