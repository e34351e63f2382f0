import type { ProviderEvent } from "#connectors/provider-reads.ts";

type Type = NonNullable<ProviderEvent["type"]>;

/** The first that fits; by the words, because the numbers of the same events differ between documents. */
const BY_WORDS: readonly (readonly [RegExp, Type])[] = [
  [/quota.*(used up|exhaust|exceed|reached 100)|(used up|exhausted).*quota/i, "quota_exhausted"],
  [/quota.*threshold|threshold.*quota/i, "quota_threshold"],
  [/imei.*(chang|lock|breach|mismatch)|device change/i, "imei_change"],
  [/reject|denied|refused|not allowed|barred|fail/i, "reject"],
  [/(creat|start|open|establish).*(pdp|pdn|session|context)/i, "session_start"],
  [/(delet|end|clos|terminat|releas).*(pdp|pdn|session|context)/i, "session_end"],
  [/(pdp|pdn|session|context).*(creat|start|open|establish)/i, "session_start"],
  [/(pdp|pdn|session|context).*(delet|end|clos|terminat|releas)/i, "session_end"],
  [/purge|detach|cancel location/i, "detach"],
  [/update.*location|location.*update|attach/i, "attach"],
];

/** A session or an attach that gives a cause for its failure did not happen. */
export function eventTypeOf(description: string, cause: string | null): Type | null {
  const type = BY_WORDS.find(([words]) => words.test(description))?.[1] ?? null;
  if (cause === null) return type;
  if (/IMEI_LOCK_BREACHED/.test(cause)) return "imei_change";
  return type === "session_start" || type === "attach" ? "reject" : type;
}

export function severityOf(text: string | null, isAlert: boolean): ProviderEvent["severity"] {
  if (text !== null && /crit|error|fatal|alert/i.test(text)) return "critical";
  if (text !== null && /warn/i.test(text)) return "warning";
  return text === null && isAlert ? "warning" : "info";
}
