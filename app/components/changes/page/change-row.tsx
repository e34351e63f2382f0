import Link from "next/link";
import { Instant } from "#app/components/instant.tsx";
import type { Change } from "#domain/changes/change.ts";
import { ChangeMark } from "../state-mark.tsx";
import { tallyOf } from "../tally.ts";
import { tallyWords } from "../tally-words.ts";

/** A change in the list: what, how it stands, who asked, what came of it. */
export function ChangeRow({ change }: { change: Change }) {
  const { id, preview, proposed_by, created_at, state } = change;
  const hasBegun = state !== "proposed" && state !== "rejected" && state !== "expired";
  return (
    <li>
      <Link href={`/changes/${id}`} className="block px-4 py-2.5 hover:bg-hover">
        <span className="flex flex-wrap items-center justify-between gap-x-4">
          <span className="font-medium break-words">{preview.title}</span>
          <ChangeMark change={change} />
        </span>
        <span className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
          <span>
            {proposed_by}, <Instant iso={created_at} />
          </span>
          {hasBegun ? <span>{tallyWords(tallyOf(change))}</span> : null}
        </span>
      </Link>
    </li>
  );
}
