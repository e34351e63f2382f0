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

interface Claim {
  readonly attempt: number;
  /** Protected SIMs that the preview showed and a person confirmed. */
  readonly mayChange: ReadonlySet<string>;
}

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
export async function claimStaged(
  actor: Actor,
  importId: string,
  { includesProtected = false }: { readonly includesProtected?: boolean } = {},
): Promise<ClaimedImport> {
  await requireLoader(actor);
  const known = await findImport(actor, importId);
  if (known.summary) return { isLoaded: true, summary: known.summary };
  requirePerson(actor, known);
  const claimed = await claim(actor, known, includesProtected);
  if (claimed === null) return claimedByOther(await findImport(actor, importId));
  const pass: ImportPass = { importId, attempt: claimed.attempt, state: "running" };
  return {
    isLoaded: false,
    load: (options) => load(actor, known, { pass, mayChange: claimed.mayChange }, options),
  };
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

async function claim(
  actor: Actor,
  known: KnownImport,
  includesProtected: boolean,
): Promise<Claim | null> {
  const { importId, fileName, kind } = known;
  return asActor(actor, async (sql) => {
    const now = wallNow();
    const [row] = await sql<{ attempt: number; confirmed: string[] | null }[]>`
      update store.imports
      set state = 'running', attempt = attempt + 1, touched_at = ${now}, finished_at = null,
        protected_confirmed = protected_confirmed or ${includesProtected}
      where id = ${importId} and size_bytes is not null and expires_at > ${now}
        and (state in ('checked', 'failed', 'cancelled')
          or (state = 'running' and touched_at < ${new Date(now.getTime() - SILENT_AFTER_MS)}))
      returning attempt, case when protected_confirmed then protected_iccids end as confirmed`;
    if (!row) return null;
    await sql`delete from store.import_errors where import_id = ${importId}`;
    const mayChange = new Set(row.confirmed);
    await auditStart(sql, actor, importId, fileName, kind, {
      isProtectedConfirmed: mayChange.size > 0,
    });
    return { attempt: row.attempt, mayChange };
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
  { pass, mayChange }: Begun,
  options: RunOptions,
): Promise<ImportSummary> {
  const isFirst = pass.attempt === 1;
  const opened = await open(actor, known, { pass, mayChange });
  return loadOpened(actor, opened, pass, options, (summary) =>
    isFirst && known.preview ? changedSince(known.preview, mayChange, summary) : null,
  );
}

interface Begun extends Pick<Claim, "mayChange"> {
  readonly pass: ImportPass;
}

async function open(
  actor: Actor,
  known: KnownImport,
  { pass, mayChange }: Begun,
): Promise<OpenedImport> {
  const { importId, fileName, kind, sizeBytes } = known;
  const stream = stagedBytes(actor, importId);
  try {
    return await openImport({
      kind,
      fileName,
      stream,
      sizeBytes: sizeBytes ?? undefined,
      mayChange,
    });
  } catch (error) {
    await finishImport(actor, pass, noCounts(kind, []), "failed");
    throw error;
  }
}

function changedSince(
  shown: ImportPreview,
  confirmed: ReadonlySet<string>,
  summary: ImportSummary,
): string | null {
  const preview = { ...shown, changed: shown.changed + confirmed.size };
  const counts = ["added", "changed", "unchanged", "bad"] as const;
  if (counts.every((name) => preview[name] === summary[name])) return null;
  const [added, changed, unchanged, bad] = counts.map((name) => preview[name].toLocaleString("en"));
  return `The fleet has changed since the preview, which said ${added} new, ${changed} changed, ${unchanged} the same and ${bad} wrong.`;
}
