import { type Change, phrasal, UNQUOTED, verb, verbOf } from "./change.ts";

const ALERTS = "alerts?|alarms?|warnings?|notifications?|incidents?";
const TICKETS = "tickets?|cases?|requests?|complaints?|issues?";
const RULES = "rules?";
const ruleVerb = (words: string): RegExp =>
  new RegExp(
    `^(?:${words})\\b(?!.*\\b(?:sims?|cards?|devices?)\\b.*\\b${RULES}\\b)(?=.*\\b${RULES}\\b)(?<object>.*)$`,
    "is",
  );

/** Alerts, tickets and alert rules. */
export const DESK_CHANGES: readonly Change[] = [
  {
    tool: "acknowledge_alerts",
    target: "alerts",
    input: { acknowledged: true },
    does: "Acknowledge",
    patterns: [
      verb("ack|acknowledge|ack off|take note of"),
      ...phrasal("tick|check|sign", "off"),
      verbOf("confirm|sign off on|accept|tick|silence|sign", ALERTS),
    ],
  },
  {
    tool: "resolve_alerts",
    target: "alerts",
    input: { resolved: true },
    does: "Resolve",
    patterns: [verbOf("resolve|close|clear|dismiss", ALERTS)],
  },
  {
    tool: "set_ticket_status",
    target: "support_tickets",
    input: { status: "resolved" },
    does: "Resolve",
    patterns: [
      verbOf("resolve|close|solve|finish|complete|settle", TICKETS),
      /^(?<object>(?:the )?(?:tickets?|cases?) (?:(?:no\.?|number|nr) )?#?\d+(?:(?:,| and|, and) #?\d+)*) (?:is|are|was|were|can be)(?: now| all)? (?:done|closed|resolved|solved|fixed|finished|settled)$/is,
      /^(?:resolve|solve|close|clear)\b(?<object> (?:it|them|those|these|all|the lot)\b.*)$/is,
      /^(?:resolve|solve|close|clear)\b(?<object> (?:only |just )?the .*\bones?\b.*)$/is,
    ],
  },
  {
    tool: "set_ticket_status",
    target: "support_tickets",
    input: { status: "open" },
    does: "Reopen",
    patterns: [verb("re-?open|re open")],
  },
  {
    tool: "set_ticket_priority",
    target: "support_tickets",
    input: { priority: "high" },
    does: "Set to high priority",
    patterns: [verb("escalate|prioriti[sz]e")],
  },
  {
    tool: "create_ticket",
    target: "sims",
    input: {},
    needs: "ticket",
    does: "Create a ticket for",
    patterns: [
      /^(?:open(?= (?:up |me |us )*(?:an?|another|one|new)\b)|create|raise|file|log|make|submit|put in|write|start|add|book|lodge|register|cut|enter)(?: up)?\b(?: me| us)? (?:a |an |another |one )?(?:new )?(?=(?:[\w-]+,? ){0,5}(?:ticket|case|support request)\b)(?<object>.*)$/is,
      /^ticket (?:for|on|about)\b(?<object>.*)$/is,
    ],
  },
  {
    tool: "set_alert_rule_enabled",
    target: "alert_rules",
    input: { enabled: false },
    does: "Switch off",
    patterns: [
      ruleVerb("disable|switch off|turn off|mute|silence|stop|pause|deactivate|suspend"),
      new RegExp(`^(?:switch|turn)\\b(?<object>.*\\b(?:${RULES})\\b.*?) off$`, "is"),
      /^no more (?<object>.+?) (?:alerts?|alarms?|notifications?|warnings?|mails?|e-?mails?)(?:[ ,]+(?:please|pls))?(?:[ ,]+(?:so |and )?(?:disable|mute|switch off|turn off|stop) (?:that|the|this) rule)?$/is,
      /^(?:stop|quit|cease) (?:notify|alert|warn|e-?mail|text|pag|ping|bother|tell|messag|pester)ing (?:me|us|the team)(?: about| when| if| of| on| for| with)? (?<object>.+)$/is,
    ],
  },
  {
    tool: "set_alert_rule_enabled",
    target: "alert_rules",
    input: { enabled: true },
    does: "Switch on",
    patterns: [
      ruleVerb("enable|switch on|turn on|unmute|re-?enable|activate|re-?activate|resume"),
      new RegExp(`^(?:switch|turn)\\b(?<object>.*\\b(?:${RULES})\\b.*?) (?:back )?on$`, "is"),
    ],
  },
  {
    tool: "create_alert_rule",
    target: "none",
    input: {},
    needs: "rule",
    does: "Create an alert rule",
    patterns: [
      /^(?:create|add|set up|make|define|configure|build|new)(?: up)?\b(?: me| us)?(?: an?| another)?(?: new)? (?:alert|alarm|alerting|monitoring)(?: rule)?\b(?<object>.*)$/is,
      /^(?:create|add|set up|make|define|new)(?: an?| another)?(?: new)? rule\b(?<object>.*)$/is,
      /^(?:alert|notify|warn|ping|page|email|e-mail|text|message|tell) (?:me|us|the team) (?:if|when|whenever|as soon as|once|every time|about)\b(?<object>.*)$/is,
      /^(?:let (?:me|us) know|raise an? (?:alert|alarm)|give (?:me|us) an? (?:alert|alarm|shout|heads up)) (?:if|when|whenever|as soon as|once|every time)\b(?<object>.*)$/is,
    ],
  },
  {
    tool: "generate_report",
    target: "none",
    input: {},
    needs: "report",
    does: "Make a report",
    patterns: [
      new RegExp(
        `^(?:send|e-?mail|mail|generate|schedule|export|download|produce)\\b(?: me| us| him| her| them| the team)?(?: an?| the| my| our)?(?= ${UNQUOTED}{0,60}\\breports?\\b(?!=))(?<object>.*)$`,
        "is",
      ),
      /^(?:make|create|prepare|build|compile|write|draw up|put together|do|run|pull)\b(?: me| us| him| her| them| the team)?(?= (?:\w+ ){0,5}reports?\b(?!=))(?<object>.*)$/is,
      /^(?:(?:i|we)(?:'d| would)? )?(?:need|want|like|give|get)\b(?!(?: me| us)?(?: an?| the| my| our)? reports?\b(?! (?:of|on|about|by|per)\b))(?: me| us)?(?= (?:(?!(?:for|in|into)\b)\w+ ){0,5}reports?\b(?!=))(?<object>.*)$/is,
      /^(?:(?:i|we)(?:'d| would)? )?(?:give|show|list|send|get|export|need|want|like|download|put|have|save)\b(?: me| us)?(?= .*\b(?:usage|traffic|consumption|data used|volumes?)\b)(?=.*\b(?:as|in|into|to) (?:an? )?(?:csv|excel|xlsx|spreadsheet)(?: file| sheet)?$)(?<object>.*)$/is,
      /^(?:an? |the )?(?=(?:\w+ ){0,3}usage\b.*\b(?:as|in) an? (?:csv|excel|xlsx|spreadsheet)?(?: file| sheet)? ?report$)(?<object>.*)$/is,
      /^(?:an? |the )?(?=(?:\w+ ){0,3}report\b.*\b(?:as|in|to) (?:an? )?(?:csv|excel|xlsx|spreadsheet|file)\b)(?<object>.*)$/is,
    ],
  },
];
