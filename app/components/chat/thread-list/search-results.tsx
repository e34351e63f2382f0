"use client";

import Link from "next/link";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { cn } from "#app/lib/cn.ts";
import { countOf } from "#app/lib/format.ts";
import type { ThreadHit } from "#domain/threads/search-threads.ts";
import type { useThreadSearch } from "./use-thread-search.ts";

interface SearchResultsProps {
  readonly search: ReturnType<typeof useThreadSearch>;
  readonly currentId: string;
  readonly onLeave?: (() => void) | undefined;
}

/** The conversations that hold what is sought, each with the words around it. */
export function SearchResults({ search, currentId, onLeave }: SearchResultsProps) {
  const { hits, error, retry } = search;
  if (error) return <LoadFailed title="The search did not work" error={error} retry={retry} />;
  return (
    <>
      <p role="status" className="px-2 pt-1 pb-1 text-xs text-muted">
        {hits ? foundText(hits.length) : "Searching …"}
      </p>
      <ul>
        {hits?.map((hit) => (
          <li key={hit.id}>
            <Link
              href={`/chat/${hit.id}`}
              aria-current={hit.id === currentId ? "page" : undefined}
              onClick={onLeave}
              className={cn(
                "flex flex-col gap-0.5 rounded-md px-2 py-1.5 hover:bg-hover",
                hit.id === currentId && "bg-hover",
              )}
            >
              <span className="flex items-baseline gap-2">
                <span className="truncate">
                  {isTitle(hit) ? <Pieces pieces={hit.snippet} /> : hit.title}
                </span>
                {hit.status === "archived" ? (
                  <span className="ml-auto shrink-0 text-xs text-muted">archived</span>
                ) : null}
              </span>
              {hit.snippet.length > 0 && !isTitle(hit) ? (
                <span className="line-clamp-2 text-sm text-muted">
                  <Pieces pieces={hit.snippet} />
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The first question, which the conversation is named by. */
function isTitle({ snippet, title }: ThreadHit): boolean {
  return snippet.map(({ text }) => text).join("") === title;
}

function Pieces({ pieces }: { pieces: ThreadHit["snippet"] }) {
  return pieces.map((piece, index) =>
    piece.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order
      <mark key={index} className="rounded-sm bg-accent-soft text-fg">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}

function foundText(count: number): string {
  return count === 0
    ? "No conversation has these words. Try fewer, or the beginning of one."
    : countOf(count, "conversation");
}
