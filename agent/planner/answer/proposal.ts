import type { z } from "zod";
import { Change } from "#domain/changes/change.ts";

const Shown = Change.pick({ preview: true, state: true, approval: true });
type Shown = z.infer<typeof Shown>;

/** How a change stands that was proposed, and who decides on it; or what it costs, where that was asked. */
export function proposalSentence(result: unknown, isCost: boolean): string | null {
  const { data } = Shown.safeParse(result);
  if (!data) return null;
  return isCost ? `${costSentence(data)} ${stateSentence(data)}` : stateSentence(data);
}

function stateSentence({ preview, state, approval }: Shown): string {
  const title = `“${preview.title}”`;
  switch (state) {
    case "proposed":
      return approval.why_not === null
        ? `**${title}** still waits for a decision, and words in the chat decide nothing: approve or reject it with the buttons on its card. Until somebody approves it, nothing changes.`
        : `**${title}** still waits for a decision. ${approval.why_not} Until somebody approves it, nothing changes.`;
    case "rejected":
      return `**${title}** was rejected. It changed nothing.`;
    case "expired":
      return `**${title}** was not approved in time. It changed nothing.`;
    case "running":
    case "paused":
      return `**${title}** was approved and is ${state}. The button on its card cancels what has not begun.`;
    case "cancelled":
      return `**${title}** was cancelled. What had begun by then stands on its card.`;
    case "done":
      return `**${title}** is done. ${preview.undo_note}`;
  }
}

function costSentence({ preview }: Shown): string {
  const { costs, unpriced_count: unpriced = 0, notes } = preview;
  const charged = costs.map(({ total, per_unit, recurs }) => {
    const amount = `${money(Math.abs(total.amount))} ${total.currency}`;
    const less = total.amount < 0 ? " less" : "";
    return `**${amount}**${less} ${recurs === "monthly" ? "a month" : "once"}${per_unit === "" ? "" : ` (${per_unit})`}`;
  });
  const known = charged.length > 0 ? `It costs ${charged.join(" and ")}.` : "";
  const open =
    unpriced > 0 ? `The price is not known for ${unpriced.toLocaleString("en")} of its rows.` : "";
  const free = known === "" && open === "" ? "Nothing is charged for it that is known here." : "";
  return [known, open, free, ...notes].filter(Boolean).join(" ");
}

function money(amount: number): string {
  return amount.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
