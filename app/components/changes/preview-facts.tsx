import { countOf, formatDuration } from "#app/lib/format.ts";
import type { Change } from "#domain/changes/change.ts";
import { Costs } from "./costs.tsx";
import { Fact } from "./fact.tsx";
import { FromTo } from "./from-to.tsx";
import { LeftOut } from "./left-out.tsx";
import { PreviewTargets } from "./preview-targets.tsx";

const SHORT_S = 5;

/** What a change does, to which rows, at what cost; stands in a `dl`. */
export function PreviewFacts({ change }: { change: Change }) {
  const { preview } = change;
  return (
    <>
      <FromTo fields={preview.from_to} />
      {preview.meant === undefined ? null : <Fact name="Meant">{preview.meant}</Fact>}
      {preview.first_targets.length > 0 ? (
        <Fact name={countOf(preview.target_count, preview.target_noun)}>
          <PreviewTargets change={change} />
        </Fact>
      ) : null}
      {preview.skipped.length > 0 ? (
        <Fact name="Left out">
          <LeftOut preview={preview} />
        </Fact>
      ) : null}
      {preview.costs.length > 0 ? (
        <Fact name="Cost">
          <Costs costs={preview.costs} />
        </Fact>
      ) : null}
      {preview.notes.length > 0 ? (
        <Fact name="Note">
          <ul className="flex flex-col gap-1">
            {preview.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {change.undo.of === null ? (
        <Fact name="Undo">
          {preview.reversible ? null : <strong className="font-semibold">No. </strong>}
          {preview.undo_note}
        </Fact>
      ) : null}
      <Fact name="Takes">{lengthOf(preview.estimated_seconds)}</Fact>
    </>
  );
}

function lengthOf(seconds: number): string {
  return seconds < SHORT_S ? "a few seconds" : `about ${formatDuration(Math.round(seconds)).text}`;
}
