import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { ChangePreview } from "#domain/changes/change.ts";
import type { Proposal } from "#domain/changes/proposal.ts";
import type { ImportPreview } from "./check-opened.ts";
import { findImport } from "./find-import.ts";
import { loadUrl } from "./load-staged.ts";
import { stageImport } from "./stage-import.ts";

interface GivenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Checks a list of SIMs that came whole in a request, and keeps it for a person to load. */
export async function checkForLoading(
  actor: Actor,
  { fileName, bytes }: GivenFile,
  signal: AbortSignal | undefined,
): Promise<Proposal> {
  const staged = await stageImport(actor, {
    kind: "sims",
    fileName,
    stream: once(bytes),
    sizeBytes: bytes.length,
    signal,
  });
  const preview = await staged.check({ signal });
  const { expiresAt } = await findImport(actor, staged.importId);
  return {
    approval: {
      id: staged.importId,
      url: loadUrl(staged.importId),
      expires_at: expiresAt ?? wallNow().toISOString(), // no longer kept: it was loaded or discarded meanwhile
    },
    preview: asChangePreview(preview),
  };
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

function asChangePreview(checked: ImportPreview): ChangePreview {
  const { added, changed, unchanged, bad, firstProblems, changedFields, notes, elapsedMs } =
    checked;
  const count = added + changed;
  return {
    title: `Load ${count.toLocaleString("en")} ${count === 1 ? "SIM" : "SIMs"}`,
    from_to: changedFields.map(({ field, rows }) => ({
      field,
      from: null,
      to: `another value in ${rows} ${rows === 1 ? "row" : "rows"}`,
    })),
    target_noun: "SIM",
    target_count: count,
    first_targets: [],
    skipped: [
      { reason: "as in the file already", count: unchanged, targets: [] },
      {
        reason: "wrong",
        count: bad,
        targets: firstProblems
          .slice(0, 5)
          .map(({ line, field, reason }) => `line ${line}, ${field}: ${reason}`),
      },
    ].filter((one) => one.count > 0),
    costs: [],
    notes: [...notes],
    reversible: false,
    undo_note: "A load has no undo; load the list as it was before to go back.",
    estimated_seconds: Math.ceil(elapsedMs / 1000),
  };
}
