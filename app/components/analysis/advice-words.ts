import { formatMoney } from "#app/lib/format.ts";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";

type Advice = NonNullable<QuotaAdvice["advice"]>;

export const TYPE_WORDS: Readonly<Record<Advice["type"], string>> = {
  upgrade: "Change to a larger plan",
  downgrade: "Change to a smaller plan",
  maintain: "Keep the plan",
  top_up: "Top up",
};

/** A decimal of the API with its currency. */
export function money(decimal: string, currency: string, locale?: string): string {
  return formatMoney(Number(decimal), currency, locale).text;
}

export function savingWords(
  { monthly_saving: saving, currency }: Pick<Advice, "monthly_saving" | "currency">,
  locale?: string,
): string {
  const amount = Number(saving);
  if (amount === 0) return "costs the same";
  const text = formatMoney(Math.abs(amount), currency, locale).text;
  return amount > 0 ? `saves ${text} a month` : `costs ${text} more a month`;
}
