"use client";

import { Search, SquarePen } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { cn } from "#app/lib/cn.ts";
import { useThreads } from "../use-threads.ts";
import { groupByDay } from "./group-by-day.ts";
import { SearchResults } from "./search-results.tsx";
import { ThreadListItem } from "./thread-list-item.tsx";
import { useThreadSearch } from "./use-thread-search.ts";

interface ThreadListProps {
  readonly currentId: string;
  /** Called when a conversation was chosen (closes the sheet on a phone). */
  readonly onLeave?: () => void;
}

export function ThreadList({ currentId, onLeave }: ThreadListProps) {
  const { threads, error, isLoading } = useThreads();
  const [sought, setSought] = useState("");
  const search = useThreadSearch(sought);
  const [isArchive, setIsArchive] = useState(false);
  const shown = threads.filter((thread) => (thread.status === "archived") === isArchive);
  const archived = threads.filter((thread) => thread.status === "archived").length;

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 p-3">
        <Link href="/chat" onClick={onLeave} className={cn(buttonStyle(), "w-full justify-start")}>
          <SquarePen aria-hidden />
          New conversation
        </Link>
        <div className="relative">
          <Search
            aria-hidden
            className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
          />
          <Input
            type="search"
            aria-label="Search the conversations"
            placeholder="Search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            className="h-8 border-line bg-transparent pl-8"
          />
        </div>
      </div>
      <nav aria-label="Conversations" className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {search.isSearching ? (
          <SearchResults search={search} currentId={currentId} onLeave={onLeave} />
        ) : (
          <>
            {isLoading ? <Loading /> : null}
            {error ? (
              <p className="px-2 text-sm text-muted">
                The list could not be loaded. {error.message}
              </p>
            ) : null}
            {!isLoading && !error && shown.length === 0 ? (
              <p className="px-2 text-sm text-muted">{emptyText(isArchive)}</p>
            ) : null}
            {groupByDay(shown, new Date()).map((group) => (
              <section key={group.label} aria-label={group.label}>
                <h3 className="px-2 pt-3 pb-1 text-xs font-medium text-muted">{group.label}</h3>
                <ul>
                  {group.threads.map((thread) => (
                    <ThreadListItem
                      key={thread.id}
                      thread={thread}
                      isCurrent={thread.id === currentId}
                      {...(onLeave ? { onLeave } : {})}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </nav>
      {!search.isSearching && (archived > 0 || isArchive) ? (
        <button
          type="button"
          onClick={() => setIsArchive(!isArchive)}
          className="border-t border-line px-4 py-2.5 text-left text-sm text-muted hover:bg-hover hover:text-fg"
        >
          {isArchive ? "Back to the conversations" : `Archive (${archived})`}
        </button>
      ) : null}
    </div>
  );
}

function emptyText(isArchive: boolean): string {
  return isArchive ? "The archive is empty." : "Your conversations will be listed here.";
}

function Loading() {
  return (
    <div
      className="flex flex-col gap-2 px-2 pt-3"
      role="status"
      aria-label="Loading the conversations"
    >
      {["w-4/5", "w-3/5", "w-2/3"].map((width) => (
        <Skeleton key={width} className={cn("h-5", width)} />
      ))}
    </div>
  );
}
