import { formatMoney, formatVolume } from "#app/lib/format.ts";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import { savingWords, TYPE_WORDS } from "./advice-words.ts";
import { chanceText } from "./forecast-words.ts";

interface BeforeAfterProps {
  readonly output: QuotaAdvice;
  readonly advice: NonNullable<QuotaAdvice["advice"]>;
}

type Line = readonly [name: string, before: string, after: string];

/** Plan, volume, risk and cost as they are, and as they would be. */
export function BeforeAfter({ output, advice }: BeforeAfterProps) {
  const { plan } = output;
  const isChange = advice.type !== "maintain";
  return (
    <div className="px-4 py-3">
      <p className="font-medium">
        {TYPE_WORDS[advice.type]}
        <span className="font-normal text-muted"> · {savingWords(advice)}</span>
      </p>
      <table className="mt-2 text-sm">
        <caption className="sr-only">Before and after</caption>
        <thead className="text-left text-muted">
          <tr>
            <td />
            <th scope="col" className="py-1 pr-6 font-medium">
              Now
            </th>
            {isChange ? (
              <th scope="col" className="py-1 font-medium">
                Then
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {linesOf(output, advice, plan?.name ?? "–").map(([name, before, after]) => (
            <tr key={name}>
              <th scope="row" className="py-1 pr-6 text-left font-normal text-muted">
                {name}
              </th>
              <td className="py-1 pr-6 whitespace-nowrap">{before}</td>
              {isChange ? <td className="py-1 font-medium whitespace-nowrap">{after}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function linesOf(
  { plans }: QuotaAdvice,
  advice: BeforeAfterProps["advice"],
  own: string,
): readonly Line[] {
  const to = advice.type === "top_up" ? own : advice.plan;
  const cost = (name: string) => {
    const found = plans.find((plan) => plan.name === name);
    if (!found) return "not known";
    return found.mean_cost === null
      ? "does not carry it"
      : formatMoney(Number(found.mean_cost), found.currency).text;
  };
  const lines: Line[] = [
    ["Rate plan", own, to],
    [
      "Volume",
      formatVolume(advice.current_total).text,
      formatVolume(advice.recommended_total).text,
    ],
    ["Risk of running out", chanceText(advice.risk_before), chanceText(advice.risk_after)],
  ];
  return advice.type === "top_up" ? lines : [...lines, ["Cost a month", cost(own), cost(to)]];
}
