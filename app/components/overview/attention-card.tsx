import Link from "next/link";
import type { ReactNode } from "react";
import { AskLink } from "#app/components/ask-link.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";

interface AttentionCardProps<Row> {
  readonly title: string;
  /** Behind the title: how many there are. */
  readonly count?: string;
  /** undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined;
  readonly error?: Error | undefined;
  readonly retry?: () => unknown;
  /** What it means that there is none. */
  readonly none: string;
  /** Leads to all of them: a page, or the answer of a question. */
  readonly all?: { readonly label: string } & (
    | { readonly href: string }
    | { readonly question: string }
  );
  readonly children: (row: Row) => ReactNode;
}

/** A few things of one kind that want somebody, the first ones first. */
export function AttentionCard<Row>(props: AttentionCardProps<Row>) {
  const { title, count, rows, error, retry, none, all, children } = props;
  return (
    <Card aria-label={title} className="overflow-hidden">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3">
        <h2 className="font-medium">
          {title}
          {count ? <span className="ml-2 font-normal text-muted tabular-nums">{count}</span> : null}
        </h2>
        {!all || !rows?.length ? null : "href" in all ? (
          <Link href={all.href} className="text-sm text-accent hover:underline">
            {all.label}
          </Link>
        ) : (
          <AskLink question={all.question} className="text-sm text-accent">
            {all.label}
          </AskLink>
        )}
      </header>
      {error && !rows ? (
        <LoadFailed
          className="mx-4 mb-4"
          title="This could not be loaded"
          error={error}
          retry={() => retry?.()}
        />
      ) : rows === undefined ? (
        <div role="status" aria-label={`Loading: ${title}`} className="px-4 pb-4">
          <Skeleton className="h-48" />
        </div>
      ) : rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-muted">{none}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">{rows.map(children)}</ul>
      )}
    </Card>
  );
}
