/** What somebody did, as it stands between who and what it was done to. */
const ACTION_WORDS: Readonly<Record<string, string>> = {
  "alert.acknowledge": "acknowledged",
  "alert.reopen": "opened again",
  "alert.resolve": "resolved",
  "alert.unacknowledge": "took back the acknowledgement of",
  "alert_rule.disable": "switched off",
  "alert_rule.enable": "switched on",
  "anomaly.assign": "assigned",
  "anomaly.confirm": "confirmed",
  "anomaly.dismiss": "called no anomaly",
  "anomaly.reopen": "opened again",
  "anomaly.snooze": "snoozed",
  "api_key.change_limits": "changed the limits of",
  "api_key.create": "made",
  "api_key.revoke": "revoked",
  "audit.accept": "accepted the audit log as it is of",
  "audit.export": "exported the audit log of",
  "change.approve": "approved",
  "change.cancel": "cancelled",
  "change.denied": "was refused a decision on",
  "change.done": "completed",
  "change.expire": "let expire",
  "change.pause": "paused",
  "change.propose": "proposed",
  "change.reject": "rejected",
  "change.resume": "resumed",
  "change_rules.denied": "was refused new rules for changes of",
  "change_rules.update": "set the rules for changes of",
  "connection.connect": "connected",
  "connection.denied": "was refused a change to",
  "connection.disconnect": "disconnected",
  "connection.renew_stream": "renewed the stream of",
  "connection.test": "tested",
  "connection.rotate": "gave new credentials to",
  "conversation.share": "made a link to read",
  "conversation.unshare": "withdrew the link to",
  "difference.denied": "was refused a decision on",
  "export.create": "exported SIMs with",
  "import.cancelled": "cancelled",
  "import.done": "finished",
  "import.failed": "could not finish",
  "import.start": "began",
  "job.run": "started",
  "job.schedule": "set the times of",
  "list.create": "made",
  "list.delete": "deleted",
  "list.rename": "renamed",
  "mcp_client.revoked": "shut out",
  "member.add": "added",
  "member.change_role": "changed the role of",
  "member.first_owner": "became the first owner as",
  "member.invite": "invited",
  "member.join": "joined as",
  "member.remove": "removed",
  "member.reset_password": "made a link for a new password of",
  "member.uninvite": "took back the invitation of",
  "organization.choose_model": "chose the model of",
  "organization.rename": "renamed",
  "organization.set_retention": "set how long things are kept in",
  "organization.set_attention_limits": "set what needs attention in",
  "quota.top_up": "topped up",
  "rate_plan.change": "changed the rate plan of",
  "report.create": "made",
  "session.sign_in": "signed in",
  "session.sign_in_failed": "could not sign in",
  "session.sign_out": "signed out",
  "sim.activate": "activated",
  "sim.change_rate_plan": "changed the rate plan of",
  "sim.create": "created",
  "sim.deactivate": "deactivated",
  "sim.delete": "deleted",
  "sim.push": "sent to the provider",
  "sim.refresh_usage": "read the usage again of",
  "sim.reset_connectivity": "reset the connection of",
  "sim.send_sms": "sent an SMS to",
  "sim.set_quota": "set the quota of",
  "sim.suspend": "suspended",
  "sim.sync": "took over from the provider",
  "sim.tag": "tagged",
  "sim.test": "tested",
  "sim.top_up": "topped up",
  "sim.update": "changed",
  "sms.send": "sent an SMS to",
  "ticket.set_priority": "set the priority of",
  "ticket.set_status": "set the status of",
  "ticket.update": "changed a ticket of",
  "tool.denied": "was refused the use of",
  "user.change_password": "changed the own password",
  "user.update_profile": "changed the own profile",
  "user.set_password": "set a new password",
};

/** Words for an action that we have none for: `sim.freeze` → `did “freeze” to`. */
export function actionWords(action: string): string {
  return ACTION_WORDS[action] ?? `did “${action.replace(/^\w+\./, "").replaceAll("_", " ")}” to`;
}

/** As a choice of one: "SIM: suspended". */
export function actionChoice(action: string): string {
  const [of = "", verb = ""] = action.split(".");
  return `${nounOf(of)}: ${verb.replaceAll("_", " ")}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  sim: "SIM",
  sms: "SMS",
  api_key: "API key",
  mcp_client: "AI client",
};

/** `alert_rule` → `Alert rule`. */
export function nounOf(resourceType: string): string {
  const words = NOUNS[resourceType] ?? resourceType.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
