import type { Filter, Member } from "#query/query.ts";
import type { ValueWord } from "./values.ts";

const MEMBERS: readonly Member[] = ["support_tickets.assigned_team", "anomalies.assigned_to"];
const nobody = MEMBERS.map((member): Filter => ({ member, op: "is_null" }));
const somebody = MEMBERS.map((member): Filter => ({ member, op: "is_not_null" }));

/** Whether somebody has it. A SIM is "assigned to a plan" in another sense: see settle-people. */
export const ASSIGNED_VALUES: readonly ValueWord[] = [
  {
    dim: "assigned",
    say: "unassigned | not assigned | not yet assigned | not assigned to anyone | not assigned to anybody | assigned to nobody | assigned to no one | nobody is assigned [to] | nobody assigned | no one is assigned [to] | no one assigned | nobody has been assigned [to] | nobody is working on | nobody works on | no one is working on | nobody is on | nobody on it | nobody on them | nobody on | has nobody on it | nobody has taken | nobody has taken on | nobody took | no one has taken | nobody has taken in charge | nobody took in charge | nobody has taken charge of | nobody has picked up | nobody picked up | nobody has picked it up | nobody picked it up | no one has picked up | nobody owns | no one owns | not owned | unowned | ownerless | without an owner | without owner | no owner | with no owner | without an assignee | without assignee | no assignee | with no assignee | without anybody assigned | without anyone assigned | with nobody assigned | with no one assigned | nobody looks at | nobody is looking at | nobody is looking into | nobody is handling | nobody handles | nobody cares for | still unassigned | waiting for an owner | without a responsible person | no one on it | untaken | up for grabs | missing an owner | lacking an owner",
    filters: nobody,
  },
  {
    dim: "assigned",
    say: "assigned | assigned to someone | assigned to somebody | assigned to anyone | assigned to anybody | already assigned | with an owner | with an assignee | have an owner | has an owner | somebody is on | somebody is working on | someone is working on | owned | somebody has taken",
    filters: somebody,
  },
];
