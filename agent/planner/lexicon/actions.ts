/** A change that can be asked for, and how. */
export interface ActionVerb {
  readonly tool: string;
  readonly target: "sims" | "alerts" | "support_tickets" | "alert_rules";
  readonly input: Readonly<Record<string, unknown>>;
  /** At the beginning of a request, after "please", "ok", "can you". Ends before what it is done to. */
  readonly pattern: RegExp;
  readonly does: string;
  /** What has to be said besides, or the change cannot be proposed. */
  readonly needs?: "bytes" | "sms_count" | "text" | "tag" | "team" | "plan";
}

const status = (value: string, does: string, words: string): ActionVerb => ({
  tool: "set_sim_status",
  target: "sims",
  input: { status: value },
  pattern: new RegExp(`^(?:${words})\\b`),
  does,
});

export const ACTION_VERBS: readonly ActionVerb[] = [
  status(
    "suspended",
    "Suspend",
    "suspend|block|pause|lock|freeze|bar|disable|stop|turn off|switch off|put on hold|cut off",
  ),
  status(
    "deactivated",
    "Deactivate",
    "deactivate|de activate|terminate|retire|decommission|cancel",
  ),
  status(
    "active",
    "Activate",
    "activate|re activate|reactivate|resume|unblock|unsuspend|un suspend|enable|unlock|unfreeze|turn on|switch on|turn back on|bring back",
  ),
  {
    tool: "top_up_quota",
    target: "sims",
    input: { type: "data" },
    pattern: /^(?:top ?up|recharge|refill|add data to|give more data to)\b/,
    does: "Top up",
    needs: "bytes",
  },
  {
    tool: "send_sms",
    target: "sims",
    input: {},
    pattern:
      /^(?:send (?:an? |the )?(?:sms|text|message|text message|command)s?|(?:text|sms|message) (?=quotedtext|.*\bquotedtext\b|all\b|every\b|them\b))/,
    does: "Send an SMS to",
    needs: "text",
  },
  {
    tool: "acknowledge_alerts",
    target: "alerts",
    input: { acknowledged: true },
    pattern: /^(?:ack|acknowledge|confirm|mark as acknowledged)\b/,
    does: "Acknowledge",
  },
  {
    tool: "resolve_alerts",
    target: "alerts",
    input: { resolved: true },
    pattern: /^(?:resolve|close|clear|dismiss) (?=.*\balerts?\b)/,
    does: "Resolve",
  },
  {
    tool: "set_ticket_status",
    target: "support_tickets",
    input: { status: "resolved" },
    pattern: /^(?:resolve|close|solve)\b/,
    does: "Resolve",
  },
  {
    tool: "set_ticket_status",
    target: "support_tickets",
    input: { status: "open" },
    pattern: /^(?:reopen|re open)\b/,
    does: "Reopen",
  },
  {
    tool: "create_ticket",
    target: "sims",
    input: {},
    pattern:
      /^(?:open (?:a |an |new )+|(?:create|raise|file|log|make|submit) (?:a |an |me a |me an )?(?:new )?)(?=(?:\S+ ){0,5}(?:ticket|case|support request)s?\b)/,
    does: "Create a ticket for",
  },
  {
    tool: "add_sim_tag",
    target: "sims",
    input: {},
    pattern:
      /^(?:add (?:the )?tag|tag (?=all|every|the|them|sims?)|put (?:the )?tag|apply (?:the )?tag|set (?:the )?tag)\b/,
    does: "Tag",
    needs: "tag",
  },
  {
    tool: "remove_sim_tag",
    target: "sims",
    input: {},
    pattern: /^(?:remove (?:the )?tag|untag|drop (?:the )?tag|take (?:the )?tag)\b/,
    does: "Remove the tag from",
    needs: "tag",
  },
  {
    tool: "set_alert_rule_enabled",
    target: "alert_rules",
    input: { enabled: false },
    pattern: /^(?:disable|switch off|turn off|mute) (?=.*\brules?\b)/,
    does: "Switch off",
  },
  {
    tool: "set_alert_rule_enabled",
    target: "alert_rules",
    input: { enabled: true },
    pattern: /^(?:enable|switch on|turn on|unmute) (?=.*\brules?\b)/,
    does: "Switch on",
  },
  {
    tool: "assign_tickets",
    target: "support_tickets",
    input: {},
    pattern: /^(?:assign|reassign|route|hand over)\b/,
    does: "Assign",
    needs: "team",
  },
  {
    tool: "set_rate_plan",
    target: "sims",
    input: {},
    pattern: /^(?:move|switch|migrate|change|transfer) (?=.*\bto\b)/,
    does: "Change the rate plan of",
    needs: "plan",
  },
];

/** "set … to resolved", "mark … as acknowledged": the new state comes last. */
export const SET_TO =
  /^(?:set|mark|change|put|move|switch)\b(.{2,200}?)\b(?:to|as|into) (?:status |state |the status |priority )?(active|inactive|suspended|deactivated|resolved|closed|open|pending|acknowledged|high|medium|low|enabled|disabled)(?: priority)?$/;

export const STATES: Readonly<
  Record<
    string,
    { readonly sims?: string; readonly support_tickets?: string; readonly alerts?: string }
  >
> = {
  active: { sims: "active" },
  inactive: { sims: "inactive" },
  suspended: { sims: "suspended" },
  deactivated: { sims: "deactivated" },
  resolved: { support_tickets: "resolved", alerts: "resolved" },
  closed: { support_tickets: "resolved", alerts: "resolved" },
  open: { support_tickets: "open" },
  pending: { support_tickets: "pending" },
  acknowledged: { alerts: "acknowledged" },
};
