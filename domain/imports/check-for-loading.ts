import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { violatedKey } from "#db/errors.ts";
import type { ChangePreview } from "#domain/changes/change.ts";
import type { Proposal } from "#domain/changes/proposal.ts";
import type { ImportPreview } from "./check-opened.ts";
import { beingChecked, earlierImport, type ImportRequest } from "./earlier-import.ts";
import { findImport } from "./find-import.ts";
import { loadUrl } from "./load-staged.ts";
import { requireLoader } from "./open-import.ts";
import type { RunOptions } from "./read-through.ts";
import { stageImport } from "./stage-import.ts";

interface GivenFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface Options extends RunOptions {
  readonly request: ImportRequest | undefined;
}

/**
 * Checks a list of SIMs that came whole in a request, and keeps it for a person to load. The same request
 * again gets the same file.
 *
 * @throws Conflict when its idempotency key was used for another request, or is being worked on.
 */
export async function checkForLoading(
  actor: Actor,
  file: GivenFile,
  { request, ...options }: Options,
): Promise<Proposal> {
  await requireLoader(actor);
  const earlier = request && (await earlierImport(actor, request));
  const preview = earlier ?? (await check(actor, file, { ...options, request }));
  const { importId } = preview;
  const { expiresAt } = await findImport(actor, importId);
  return {
    approval: {
      id: importId,
      url: loadUrl(importId),
      expires_at: expiresAt ?? wallNow().toISOString(), // no longer kept: it was loaded or discarded meanwhile
    },
    preview: asChangePreview(preview),
  };
}

async function check(
  actor: Actor,
  { fileName, bytes }: GivenFile,
  { request, ...options }: Options,
): Promise<ImportPreview> {
  const staged = await stageImport(actor, {
    kind: "sims",
    fileName,
    stream: once(bytes),
    sizeBytes: bytes.length,
    signal: options.signal,
    request,
  }).catch((error) => {
    throw violatedKey(error) === "one_import_of_a_key" ? beingChecked() : error;
  });
  return staged.check(options);
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

function asChangePreview(checked: ImportPreview): ChangePreview {
  const {
    added,
    changed,
    unchanged,
    bad,
    guarded = 0,
    firstProblems,
    changedFields,
    notes,
    elapsedMs,
  } = checked;
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
      { reason: "protected: left out unless a person confirms it", count: guarded, targets: [] },
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
