"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { cn } from "#app/lib/cn.ts";
import { ListRow } from "./list-row.tsx";
import { useLists } from "./use-lists.ts";

/** The organisation's lists; each leads to its SIMs and to questions about them. */
export function ListsView() {
  const found = useLists();
  const { lists, error } = found;
  if (error && !lists)
    return <LoadFailed title="The lists could not be loaded" error={error} retry={found.retry} />;
  if (!lists) return <LoadingRows label="Loading the lists" className="h-11" count={4} />;
  if (lists.length === 0) return <NoLists />;
  return (
    <div className="scroll-edges relative overflow-x-auto rounded-lg border border-line bg-raised">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Lists of SIMs</caption>
        <thead className="text-left text-muted">
          <tr className="border-b border-line">
            <Heading>List</Heading>
            <Heading className="max-sm:hidden">SIMs</Heading>
            <Heading className="max-sm:hidden">Made</Heading>
            <Heading>
              <span className="sr-only">Actions</span>
            </Heading>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <ListRow key={list.name} list={list} lists={found} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={cn("px-4 py-2 font-medium whitespace-nowrap", className)}>
      {children}
    </th>
  );
}

function NoLists() {
  return (
    <Notice
      title="There are no lists yet"
      actions={
        <Link href="/chat" className={buttonStyle({ size: "sm" })}>
          To the chat
        </Link>
      }
    >
      Attach a CSV with ICCIDs to a question in the chat. Its SIMs become a list under the file’s
      name, which everybody in the organisation can ask about.
    </Notice>
  );
}
