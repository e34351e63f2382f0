import { ArrowRight, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Instant } from "#app/components/instant.tsx";
import { formatCount } from "#app/lib/format.ts";
import type { AuditRow } from "#domain/audit/list-audit-log.ts";
import { actionWords } from "./action-words.ts";
import { targetOf } from "./audit-target.ts";
import { type ChangedField, changedFields } from "./before-after.ts";
import { CHANNEL_WORDS } from "./channel-words.ts";

const SHOWN = 4;

/** Who did what to what, what it was before and after, and the whole entry on request. */
export function AuditEntry({ row }: { readonly row: AuditRow }) {
  const target = targetOf(row);
  const fields = changedFields(row.changes);
  const more = fields.length - SHOWN;
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-2.5 md:flex-nowrap">
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <span className="font-medium">{row.actor}</span> {actionWords(row.action)}
          {target ? " " : null}
          {target?.href ? (
            <Link href={target.href} className="text-accent underline">
              {target.text}
            </Link>
          ) : (
            target?.text
          )}
          {isFailed(row.changes) ? <span className="text-critical">, which failed</span> : null}
        </p>
        <div className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
          {fields.length > 0 ? (
            <dl className="contents">
              {fields.slice(0, SHOWN).map((field) => (
                <Changed key={field.field} changed={field} />
              ))}
            </dl>
          ) : null}
          {more > 0 ? <span>and {more} more</span> : null}
          <Whole row={row} />
        </div>
      </div>
      <p className="shrink-0 text-sm text-muted max-md:order-first max-md:w-full md:text-right">
        <Instant iso={row.occurred_at} />
        <span className="md:block">
          <span aria-hidden className="md:hidden">
            {" "}
            ·{" "}
          </span>
          {CHANNEL_WORDS[row.channel]}
        </span>
      </p>
    </li>
  );
}

function Changed({ changed: { field, from, to } }: { readonly changed: ChangedField }) {
  return (
    <div className="inline-flex min-w-0 flex-wrap items-baseline gap-x-1.5">
      <dt>{field}:</dt>
      <dd className="inline-flex min-w-0 flex-wrap items-baseline gap-x-1.5 text-fg">
        {from === null ? null : (
          <>
            <span>{from}</span>
            <ArrowRight aria-hidden className="size-3 self-center text-muted" />
            <span className="sr-only">became</span>
          </>
        )}
        <span className="min-w-0 break-words">{to}</span>
      </dd>
    </div>
  );
}

function isFailed(changes: unknown): boolean {
  return (
    typeof changes === "object" &&
    changes !== null &&
    "result" in changes &&
    changes.result === "failed"
  );
}

function Whole({ row }: { readonly row: AuditRow }) {
  const facts = [
    ["Number in the chain", row.sequence === null ? "outside it" : formatCount(row.sequence)],
    ["Action", row.action],
    ["Of", [row.resource_type, row.resource_id].filter(Boolean).join(" ")],
    ["Address", row.ip_address ?? "not known"],
    ["Program", row.user_agent ?? "not known"],
    ["Time (UTC)", row.occurred_at],
  ] as const;
  return (
    <details className="group text-fg open:w-full">
      <summary className="inline-flex list-none items-center gap-1 rounded-sm text-muted hover:text-fg">
        <ChevronRight aria-hidden className="size-3.5 group-open:rotate-90" />
        Whole entry
      </summary>
      <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 rounded-md bg-sunken p-3">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
        <dt className="text-muted">Kept</dt>
        <dd className="min-w-0">
          <pre className="font-mono text-xs break-words whitespace-pre-wrap">
            {JSON.stringify(row.changes, null, 2)}
          </pre>
        </dd>
      </dl>
    </details>
  );
}
