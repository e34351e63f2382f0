import { ChevronRight } from "lucide-react";
import { formatVolume } from "#app/lib/format.ts";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import { money } from "./advice-words.ts";
import { chanceText } from "./forecast-words.ts";

interface PlansComparedProps {
  readonly plans: QuotaAdvice["plans"];
  readonly own: string | null;
}

const HEADINGS = [
  "Rate plan",
  "Price a month",
  "Included",
  "Expected cost",
  "Risk of needing more",
];

/** What each plan would cost this SIM, the cheapest first. */
export function PlansCompared({ plans, own }: PlansComparedProps) {
  return (
    <details className="group/plans px-4 py-3 text-sm">
      <summary className="inline-flex items-center gap-1 rounded-sm text-muted hover:text-fg">
        <ChevronRight
          aria-hidden
          className="size-3.5 transition-transform group-open/plans:rotate-90"
        />
        All plans compared
      </summary>
      <div className="scroll-edges relative mt-2 overflow-x-auto">
        <table className="w-full whitespace-nowrap">
          <caption className="sr-only">Rate plans for this SIM</caption>
          <thead className="text-left text-muted">
            <tr>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col" className="py-1 pr-4 font-medium">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plans.map(({ name, price, currency, included, mean_cost: cost, risk }) => (
              <tr key={name} className={name === own ? "font-medium" : undefined}>
                <th scope="row" className="py-1 pr-4 text-left font-[inherit]">
                  {name}
                  {name === own ? <span className="text-muted"> (now)</span> : null}
                </th>
                <td className="py-1 pr-4">{money(price, currency)}</td>
                <td className="py-1 pr-4">{formatVolume(included).text}</td>
                <td className="py-1 pr-4">
                  {cost === null ? "does not carry it" : `${money(cost, currency)} a month`}
                </td>
                <td className="py-1">{chanceText(risk)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
