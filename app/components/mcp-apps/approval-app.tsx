import { z } from "zod";
import { ChangePreview } from "#domain/changes/change.ts";
import { Costs } from "../changes/costs.tsx";
import { Fact } from "../changes/fact.tsx";
import { FromTo } from "../changes/from-to.tsx";
import { LeftOut } from "../changes/left-out.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { openLink } from "./host.ts";
import { showResults } from "./show.tsx";

/** Of a proposal what is shown; the whole of it belongs to the server. */
const Proposal = z.object({ approval: z.object({ url: z.string() }), preview: ChangePreview });
type Proposal = z.infer<typeof Proposal>;

/** What would change. It is decided on the page that the button opens, signed in: never in here. */
function ApprovalCard({ proposal: { approval, preview } }: { readonly proposal: Proposal }) {
  const { title, from_to, first_targets, target_count, skipped, costs, notes, undo_note } = preview;
  return (
    <Card aria-label={title} className="divide-y divide-line">
      <h1 className="px-4 py-3 font-medium">{title}</h1>
      <dl className="px-4 py-2">
        <FromTo fields={from_to} />
        <Fact name={`${target_count} ${preview.target_noun}`}>
          {first_targets.map(({ target, label }) => label ?? target).join(", ")}
          {target_count > first_targets.length ? " …" : ""}
        </Fact>
        {skipped.length > 0 ? (
          <Fact name="Left out">
            <LeftOut preview={preview} />
          </Fact>
        ) : null}
        {costs.length > 0 ? (
          <Fact name="Cost">
            <Costs costs={costs} />
          </Fact>
        ) : null}
        {notes.length > 0 ? <Fact name="Note">{notes.join(" ")}</Fact> : null}
        <Fact name="Undo">{undo_note}</Fact>
      </dl>
      <footer className="flex items-center gap-3 px-4 py-3">
        <span className="min-w-0 flex-1 text-sm text-muted">Nothing has been done yet.</span>
        <Button onClick={() => openLink(approval.url)}>Review and decide</Button>
      </footer>
    </Card>
  );
}

showResults({
  name: "Simon approval",
  read: (structured) => Proposal.safeParse(structured).data ?? null,
  show: (proposal) => <ApprovalCard proposal={proposal} />,
});
