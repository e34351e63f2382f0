import { formatBytes } from "#core/bytes.ts";
import type { QuotaAdvice } from "./quota-advice.ts";

type Told = Omit<QuotaAdvice, "summary">;

/** What should be done about a SIM's quota, in one or two sentences. */
export function adviceSummary({ subject, advice, why_not, plan }: Told): string {
  const { name } = subject;
  if (!advice) return `There is no advice for ${name}. ${why_not ?? ""}`.trim();
  return `${whatToDo(name, plan?.name ?? "", advice)} ${advice.reason}`;
}

function whatToDo(
  name: string,
  own: string,
  {
    type,
    plan,
    monthly_saving,
    currency,
    packages,
    recommended_total,
  }: NonNullable<Told["advice"]>,
): string {
  switch (type) {
    case "maintain":
      return `${name} is best kept on ${own}.`;
    case "top_up":
      return `${name} should get ${packages === 1 ? "a package" : `${packages} packages`} on top.`;
    case "upgrade":
    case "downgrade":
      return `${name} is better on ${plan} (${formatBytes(recommended_total)}) than on ${own}: ${moneyText(monthly_saving, currency)}.`;
  }
}

/** `saves 1.50 EUR a month`, `costs 1.50 EUR more a month`. */
export function moneyText(saving: string, currency: string): string {
  if (saving.startsWith("-")) return `it costs ${saving.slice(1)} ${currency} more a month`;
  return Number(saving) === 0 ? "it costs the same" : `it saves ${saving} ${currency} a month`;
}
