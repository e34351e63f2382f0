"use client";

import { MessageSquare, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Instant } from "#app/components/instant.tsx";
import { ConfirmDialog } from "#app/components/settings/confirm-dialog.tsx";
import { RowProblem } from "#app/components/settings/row-problem.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useAskChat } from "#app/components/use-ask-chat.ts";
import { countOf, formatCount } from "#app/lib/format.ts";
import { questionAbout } from "./question-about.ts";
import { RenameListDialog } from "./rename-list-dialog.tsx";
import type { Lists, ShownList } from "./use-lists.ts";

interface ListRowProps {
  readonly list: ShownList;
  readonly lists: Lists;
}

export function ListRow({ list, lists }: ListRowProps) {
  const { name, sims, not_found: notFound, may_change: mayChange } = list;
  const askChat = useAskChat();
  const [open, setOpen] = useState<"rename" | "delete" | null>(null);
  const close = () => setOpen(null);
  const { submit, isBusy, problem } = useSubmit(async () => {
    close();
    await lists.remove(name);
  });
  return (
    <tr className="border-b border-line align-top last:border-b-0 hover:bg-hover">
      <th scope="row" className="min-w-32 px-4 py-2.5 text-left font-medium break-words">
        <Link href={`/sims?${new URLSearchParams({ list: name })}`} className="hover:text-accent">
          {name}
        </Link>
        <span className="block font-normal text-muted sm:hidden">
          {countOf(sims, "SIM")}
          {notFound > 0 ? `, ${formatCount(notFound)} not in the fleet` : null}
        </span>
        <RowProblem problem={problem} />
      </th>
      <td className="px-4 py-2.5 whitespace-nowrap tabular-nums max-sm:hidden">
        {formatCount(sims)}
        {notFound > 0 ? (
          <span className="block text-muted">{formatCount(notFound)} not in the fleet</span>
        ) : null}
      </td>
      <td className="px-4 py-2.5 max-sm:hidden">
        <Instant iso={list.made_at} />
        <span className="block text-muted">{list.made_by}</span>
      </td>
      <td className="px-2 py-1.5">
        <div className="flex justify-end gap-1">
          <Button size="sm" className="my-1" onClick={() => askChat(questionAbout(name))}>
            <MessageSquare aria-hidden />
            Ask<span className="sr-only"> about {name}</span>
          </Button>
          {mayChange ? (
            <>
              <Button
                look="ghost"
                size="icon"
                aria-label={`Rename ${name}`}
                title="Rename"
                onClick={() => setOpen("rename")}
              >
                <Pencil aria-hidden />
              </Button>
              <Button
                look="ghost"
                size="icon"
                aria-label={`Delete ${name}`}
                title="Delete"
                disabled={isBusy}
                onClick={() => setOpen("delete")}
              >
                <Trash2 aria-hidden />
              </Button>
            </>
          ) : null}
        </div>
        {open === "rename" ? <RenameListDialog name={name} lists={lists} onClose={close} /> : null}
        <ConfirmDialog
          open={open === "delete"}
          onOpenChange={close}
          title={`Delete the list “${name}”?`}
          description="Its SIMs stay as they are. Earlier answers about the list no longer find it."
          confirmLabel="Delete the list"
          onConfirm={() => void submit()}
        />
      </td>
    </tr>
  );
}
