const UPPER = new Set(["iccid", "imsi", "msisdn", "imei", "rat"]);

/** `rate_plan` → `Rate plan`; `imei` → `IMEI`. */
export function fieldLabel(field: string): string {
  if (UPPER.has(field)) return field.toUpperCase();
  const words = field.replace(/_at$/, "").replace(/^ip_/, "IP ").replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
