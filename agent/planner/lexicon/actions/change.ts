/** What a change is done to; `none` where nothing of the fleet is touched, such as a new rule. */
export type Target = "sims" | "alerts" | "support_tickets" | "alert_rules" | "anomalies" | "none";

/** What has to be said besides, or the change cannot be proposed. */
export type Need =
  | "amount"
  | "sms"
  | "tag"
  | "name"
  | "ticket"
  | "rule"
  | "report"
  | "format"
  | "iccids"
  | "change";

/** A change that can be asked for, and how. */
export interface Change {
  readonly tool: string;
  readonly target: Target;
  readonly input: Readonly<Record<string, unknown>>;
  /** At the beginning of a request; the group `object` is what it is done to, others are details. */
  readonly patterns: readonly RegExp[];
  readonly does: string;
  readonly needs?: Need;
}

/** "suspend … ": the verb, then what it is done to. */
export const verb = (words: string): RegExp => new RegExp(`^(?:${words})\\b(?<object>.*)$`, "is");

/** "turn … off" and "turn off …". */
export const phrasal = (words: string, particles: string): RegExp[] => [
  new RegExp(`^(?:${words}) (?:${particles})\\b(?<object>.*)$`, "is"),
  new RegExp(`^(?:${words})\\b(?<object>.{1,200}?) (?:${particles})$`, "is"),
];

/** A verb whose object names the kind of rows: "close … tickets". */
export const verbOf = (words: string, rows: string): RegExp =>
  new RegExp(`^(?:${words})\\b(?=.*\\b(?:${rows})\\b)(?<object>.*)$`, "is");

/** A sign before any quotation: what a message says is no part of the request. */
export const UNQUOTED = "(?:(?!(?<!\\w)[\"'“‘]).)";
