"use client";

import { useState } from "react";
import { Iccid } from "#app/components/answer/cell.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { ImportPreview as Preview } from "#domain/imports/check-opened.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { BadRows } from "./bad-rows.tsx";
import { fieldLabel } from "./field-label.ts";
import { FileNotes } from "./file-notes.tsx";

interface ImportPreviewProps {
  readonly preview: Preview;
  /** Another file is at work; one goes at a time. */
  readonly isBusy: boolean;
  readonly onLoad: (includesProtected: boolean) => void;
  readonly onDiscard: () => void;
}

/** What loading a file would do. Nothing of the fleet has changed. */
export function ImportPreview({ preview, isBusy, onLoad, onDiscard }: ImportPreviewProps) {
  const { kind, rows, added, changed, unchanged, bad, guarded = 0 } = preview;
  const [includesProtected, setIncludesProtected] = useState(false);
  const good = added + changed + unchanged + (includesProtected ? guarded : 0);
  const hasNews = added + changed > 0 || includesProtected;
  const noun = kind === "sims" ? "SIM" : "record";
  return (
    <div className="flex flex-col gap-3">
      <p>
        {countOf(rows, "row")} of {kind === "sims" ? "SIMs" : "usage"} checked. Nothing is loaded
        yet.
      </p>
      <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        <Figure label="New" value={added} />
        <Figure label={kind === "sims" ? "Changed" : "Revised"} value={changed} />
        <Figure label="The same" value={unchanged} />
        <Figure label="Wrong" value={bad} isBad={bad > 0} />
        {guarded > 0 ? <Figure label="Protected, left out" value={guarded} /> : null}
      </dl>
      <ChangedRows preview={preview} />
      {bad + guarded > 0 ? <BadRows result={preview} /> : null}
      {guarded > 0 ? (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1 accent-accent"
            checked={includesProtected}
            onChange={(event) => setIncludesProtected(event.target.checked)}
          />
          Change the {countOf(guarded, "protected SIM")} too
        </label>
      ) : null}
      <FileNotes {...preview} />
      {good + guarded === 0 ? (
        <Notice tone="attention" title="There is nothing to load">
          {rows === 0
            ? "The file has no rows."
            : "Every row is wrong. Correct them and choose the file again."}
        </Notice>
      ) : null}
      {good > 0 && !hasNews && guarded === 0 ? (
        <p className="text-muted">The fleet has all of it already.</p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {good > 0 ? (
          <Button
            look={hasNews ? "primary" : "plain"}
            disabled={isBusy}
            onClick={() => onLoad(includesProtected)}
          >
            Load {countOf(good, noun)}
          </Button>
        ) : null}
        <Button look={good > 0 ? "ghost" : "plain"} onClick={onDiscard}>
          {good > 0 ? "Do not load" : "Remove"}
        </Button>
      </div>
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly isBad?: boolean;
}

function Figure({ label, value, isBad = false }: FigureProps) {
  return (
    <div className="rounded-md border border-line px-3 py-2">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className={isBad ? "font-medium text-critical tabular-nums" : "font-medium tabular-nums"}>
        {formatCount(value)}
      </dd>
    </div>
  );
}

/** The fields that would change, and the first rows from what to what. */
function ChangedRows({
  preview: { changed, changedFields, examples },
}: {
  readonly preview: Preview;
}) {
  if (examples.length === 0) return null;
  const fields = changedFields.map(
    ({ field, rows }) => `${fieldLabel(field)} of ${countOf(rows, "SIM")}`,
  );
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm break-words text-muted">Would change: {fields.join(", ")}</h3>
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line text-sm">
        {examples.map(({ iccid, label, changes }) => (
          <li key={iccid} className="flex flex-col gap-0.5 px-3 py-1.5">
            <span className="flex flex-wrap gap-x-2">
              <Iccid value={iccid} />
              {label ? <span className="text-muted">{label}</span> : null}
            </span>
            {changes.map(({ field, from, to }) => (
              <span key={field} className="break-words">
                <span className="text-muted">{fieldLabel(field)}</span> {from ?? "none"} → {to}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {changed > examples.length ? (
        <p className="text-sm text-muted">
          and {countOf(changed - examples.length, "more", "more")}
        </p>
      ) : null}
    </section>
  );
}
