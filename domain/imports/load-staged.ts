import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, NeedsApproval, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { baseUrl } from "#domain/auth/origins.ts";
import type { ImportPreview } from "./check-opened.ts";
import { SILENT_AFTER_MS } from "./expire-imports.ts";
import { findImport, type KnownImport } from "./find-import.ts";
import { auditStart, finishImport, type ImportPass, noCounts } from "./import-record.ts";
import { type ImportSummary, loadOpened } from "./load-opened.ts";
import { type OpenedImport, openImport, requireLoader } from "./open-import.ts";
import type { RunOptions } from "./read-through.ts";
import { stagedBytes } from "./staged-bytes.ts";

/** A checked file that this call alone may load, or what came of it when it was loaded before. */
export type ClaimedImport =
  | { readonly isLoaded: true; readonly summary: ImportSummary }
  | { readonly isLoaded: false; load(options: RunOptions): Promise<ImportSummary> };

/**
 * Takes a checked file for loading, exactly as it was checked. Only one call gets it: a second one gets
 * what came of the first. A load that was stopped or broke off can be gone on with.
 *
 * @throws NeedsApproval for a key or a program: a person loads the file in the browser; Forbidden;
 * NotFound when there is no such file (any more); Conflict while it is being checked or loaded.
 */
export async function claimStaged(actor: Actor, importId: string): Promise<ClaimedImport> {
  await requireLoader(actor);
  const known = await findImport(actor, importId);
  if (known.summary) return { isLoaded: true, summary: known.summary };
  requirePerson(actor, known);
  const attempt = await claim(actor, known);
  if (attempt === null) return claimedByOther(await findImport(actor, importId));
  const pass: ImportPass = { importId, attempt, state: "running" };
  return { isLoaded: false, load: (options) => load(actor, known, pass, options) };
}

function requirePerson(actor: Actor, { importId, preview, expiresAt }: KnownImport): void {
  if (actor.kind === "user" || actor.kind === "system") return;
  throw new NeedsApproval("A person has to look at the preview and load the file.", {
    details: {
      preview,
      approval: { id: importId, url: loadUrl(importId), expires_at: expiresAt },
    },
  });
}

/** Where a person looks at the preview of a file and loads it. */
export function loadUrl(importId: string): string {
  return `${baseUrl()}/import?file=${encodeURIComponent(importId)}`;
}

async function claim(actor: Actor, known: KnownImport): Promise<number | null> {
  const { importId, fileName, kind } = known;
  return asActor(actor, async (sql) => {
    const now = wallNow();
    const [row] = await sql<{ attempt: number }[]>`
      update store.imports
      set state = 'running', attempt = attempt + 1, touched_at = ${now}, finished_at = null
      where id = ${importId} and size_bytes is not null and expires_at > ${now}
        and (state in ('checked', 'failed', 'cancelled')
          or (state = 'running' and touched_at < ${new Date(now.getTime() - SILENT_AFTER_MS)}))
      returning attempt`;
    if (!row) return null;
    await sql`delete from store.import_errors where import_id = ${importId}`;
    await auditStart(sql, actor, importId, fileName, kind);
    return row.attempt;
  });
}

function claimedByOther(known: KnownImport): ClaimedImport {
  if (known.summary) return { isLoaded: true, summary: known.summary };
  if (known.state === "running") {
    throw new Conflict("This file is being loaded already. Its rows are not loaded twice.");
  }
  if (known.state === "checking") throw new Conflict("This file is still being checked.");
  throw new NotFound("This file is not kept any more. Choose it again.");
}

async function load(
  actor: Actor,
  known: KnownImport,
  pass: ImportPass,
  options: RunOptions,
): Promise<ImportSummary> {
  const isFirst = pass.attempt === 1;
  return loadOpened(actor, await open(actor, known, pass), pass, options, (summary) =>
    isFirst && known.preview ? changedSince(known.preview, summary) : null,
  );
}

async function open(actor: Actor, known: KnownImport, pass: ImportPass): Promise<OpenedImport> {
  const { importId, fileName, kind, sizeBytes } = known;
  const stream = stagedBytes(actor, importId);
  try {
    return await openImport({ kind, fileName, stream, sizeBytes: sizeBytes ?? undefined });
  } catch (error) {
    await finishImport(actor, pass, noCounts(kind, []), "failed");
    throw error;
  }
}

function changedSince(preview: ImportPreview, summary: ImportSummary): string | null {
  const counts = ["added", "changed", "unchanged", "bad"] as const;
  if (counts.every((name) => preview[name] === summary[name])) return null;
  const [added, changed, unchanged, bad] = counts.map((name) => preview[name].toLocaleString("en"));
  return `The fleet has changed since the preview, which said ${added} new, ${changed} changed, ${unchanged} the same and ${bad} wrong.`;
}
