export type AlertSeverity = "low" | "medium" | "high" | "critical";

export interface AlertRule {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly condition: Readonly<Record<string, string | number>>;
  readonly channels: readonly string[];
  readonly severity: AlertSeverity;
  readonly enabled: boolean;
  readonly cooldownMinutes: number;
  /** How often it fires by itself, apart from what the SIMs' records give reason for. */
  readonly weight: number;
  readonly message: string;
}

type Rest = Partial<Pick<AlertRule, "enabled" | "channels" | "cooldownMinutes" | "weight">>;

function rule(
  key: string,
  name: string,
  severity: AlertSeverity,
  condition: AlertRule["condition"],
  message: string,
  rest: Rest = {},
): AlertRule {
  return {
    key,
    name,
    severity,
    condition,
    message,
    description: `Fires when ${message.toLowerCase()}.`,
    channels: ["email"],
    enabled: true,
    cooldownMinutes: 60,
    weight: 0,
    ...rest,
  };
}

export const ALERT_RULES: readonly AlertRule[] = [
  rule(
    "spike",
    "Traffic spike",
    "high",
    { metric: "daily_volume", compare: "times_usual", value: 5 },
    "Daily traffic is far above usual",
    { channels: ["email", "slack"], weight: 0.12 },
  ),
  rule(
    "threshold",
    "Data quota above 80 %",
    "medium",
    { metric: "data_used_percent", compare: ">", value: 80 },
    "More than 80 % of the data quota is used",
    { weight: 0.06 },
  ),
  rule(
    "exhausted",
    "Data quota used up",
    "high",
    { metric: "data_used_percent", compare: ">=", value: 100 },
    "The data quota is used up",
    { channels: ["email", "slack"], cooldownMinutes: 1440 },
  ),
  rule(
    "imei",
    "IMEI changed",
    "critical",
    { event: "imei_change" },
    "The SIM was found in another device",
    { channels: ["email", "slack", "pager"], cooldownMinutes: 0, weight: 0.03 },
  ),
  rule(
    "silence",
    "Silent for 24 hours",
    "medium",
    { metric: "hours_since_seen", compare: ">", value: 24 },
    "An active SIM was not heard of for 24 hours",
    { cooldownMinutes: 720, weight: 0.2 },
  ),
  rule(
    "rejects",
    "Repeated network rejects",
    "medium",
    { event: "reject", compare: ">", value: 3, window_minutes: 60 },
    "The network rejected the SIM several times within an hour",
    { weight: 0.18 },
  ),
  rule(
    "roaming",
    "Roaming outside the home country",
    "low",
    { event: "attach", compare: "outside_home" },
    "The SIM attached outside its home country",
    { cooldownMinutes: 1440, weight: 0.16 },
  ),
  rule(
    "drop",
    "Traffic drop",
    "low",
    { metric: "daily_volume", compare: "times_usual", value: 0.2 },
    "Daily traffic is far below usual",
    { weight: 0.1 },
  ),
  rule(
    "sms",
    "SMS not delivered",
    "low",
    { metric: "sms_failed", compare: ">=", value: 2, window_minutes: 1440 },
    "Several messages to the device were not delivered",
    { weight: 0.07 },
  ),
  rule(
    "critical-reject",
    "Authentication failure",
    "critical",
    { event: "reject", severity: "critical" },
    "The network refused the SIM's authentication",
    { channels: ["email", "pager"], weight: 0.08 },
  ),
  rule(
    "weekend",
    "Weekend traffic",
    "low",
    { metric: "weekend_volume", compare: ">", value: 0 },
    "A weekday device talks at the weekend",
    { enabled: false },
  ),
  rule(
    "slow-plan",
    "Plan too large",
    "low",
    { metric: "data_used_percent", compare: "<", value: 1 },
    "Less than 1 % of the volume is used at the end of the period",
    { enabled: false, cooldownMinutes: 43_200 },
  ),
];
