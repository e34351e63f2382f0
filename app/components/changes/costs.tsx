import { formatMoney } from "#app/lib/format.ts";
import type { ChangePreview } from "#domain/changes/change.ts";

/** What will be charged, a line a currency. */
export function Costs({ costs }: { costs: ChangePreview["costs"] }) {
  return (
    <ul>
      {costs.map(({ total, per_unit, recurs }) => (
        <li key={`${total.currency} ${recurs}`}>
          <strong className="font-semibold">
            {formatMoney(Math.abs(total.amount), total.currency).text}
          </strong>{" "}
          {total.amount < 0 ? "less " : null}
          {recurs === "monthly" ? "a month" : "once"}
          {per_unit === "" ? null : <span className="text-muted"> ({per_unit})</span>}
        </li>
      ))}
    </ul>
  );
}
