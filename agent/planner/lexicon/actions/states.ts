import type { Change } from "./change.ts";

/** What rows can be set to: "mark … as resolved", "bring … back to active". */
export interface State {
  readonly say: RegExp;
  readonly tool: string;
  readonly target: Change["target"];
  readonly input: Readonly<Record<string, unknown>>;
  readonly does: string;
}

const state = (
  say: string,
  tool: string,
  target: Change["target"],
  input: Record<string, unknown>,
): State => ({
  say: new RegExp(
    `^(?:the )?(?:status |state |priority )?(?:of )?["']?(?:${say})["']?(?: (?:status|state|priority|prio))?$`,
    "i",
  ),
  tool,
  target,
  input,
  does: `Set to ${say.split("|")[0]}`,
});

const sims = (say: string, status: string) => state(say, "set_sim_status", "sims", { status });
const tickets = (say: string, status: string) =>
  state(say, "set_ticket_status", "support_tickets", { status });
const priority = (say: string, value: string) =>
  state(say, "set_ticket_priority", "support_tickets", { priority: value });

export const STATES: readonly State[] = [
  sims("active|enabled|live|on|online", "active"),
  sims("inactive|disabled|off", "inactive"),
  sims("suspended|blocked|paused|on hold|parked|barred|frozen", "suspended"),
  sims("deactivated|terminated|retired|decommissioned|cancelled", "deactivated"),
  tickets("resolved|closed|done|solved|completed?|finished|fixed", "resolved"),
  tickets("open|reopened|re-opened|unresolved", "open"),
  tickets("pending|waiting|on hold", "pending"),
  priority("high|urgent|critical|highest|p1|top", "high"),
  priority("medium|normal|p2|standard", "medium"),
  priority("low|lowest|minor|p3", "low"),
  state(
    "acknowledged|acked|seen|read|handled|noted|taken note of|checked|known",
    "acknowledge_alerts",
    "alerts",
    { acknowledged: true },
  ),
  state("resolved|closed|done|solved|cleared", "resolve_alerts", "alerts", { resolved: true }),
  state("enabled|on|active", "set_alert_rule_enabled", "alert_rules", { enabled: true }),
  state("disabled|off|inactive|muted", "set_alert_rule_enabled", "alert_rules", { enabled: false }),
];

/** Verbs that bring something to a new state, plan, customer, or team. */
export const SET_VERBS =
  /^(?:set|mark|change|put|move|switch|bring|transfer|migrate|shift|swap|hand(?: over)?|assign|re-?assign|route|give|flag|turn|update|flip|reclassify|raise|lower|bump|downgrade|upgrade|sign(?: off)?|pass(?: over| on)?|port|convert|sell|return|forward|send|tick(?: off)?|push|take|roll|place|make|pop|get|rebook|book|allocate|attach)\b/i;

/** "to", "onto", "over to": before what they are set to. */
export const TOWARDS =
  /(?: ?,)? (?:back |over |across |up |down |off )?(?:to|onto|into|as|like|under|on to|on|for)(?= )/gi;
