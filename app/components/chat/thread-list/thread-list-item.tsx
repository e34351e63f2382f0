"use client";

import {
  Archive,
  ArchiveRestore,
  Ellipsis,
  FileText,
  Link as LinkIcon,
  Pencil,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#app/components/ui/menu.tsx";
import { RenameField } from "#app/components/ui/rename-field.tsx";
import { cn } from "#app/lib/cn.ts";
import { useOpenChats } from "../chats.tsx";
import { type ThreadSummary, useThreads } from "../use-threads.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { useExport } from "./use-export.ts";

interface ThreadListItemProps {
  readonly thread: ThreadSummary;
  readonly isCurrent: boolean;
  readonly onLeave?: () => void;
}

export function ThreadListItem({ thread, isCurrent, onLeave }: ThreadListItemProps) {
  const [doing, setDoing] = useState<"rename" | "delete" | "share" | null>(null);
  const { rename, setStatus, remove } = useThreads();
  const [failure, setFailure] = useState<string | null>(null);
  const exportThread = useExport();
  const chats = useOpenChats();
  const router = useRouter();
  const title = thread.title ?? "New conversation";
  const isArchived = thread.status === "archived";
  const leaveIfCurrent = () => {
    if (isCurrent) router.push("/chat");
  };
  const deleteThread = async () => {
    setDoing(null);
    leaveIfCurrent();
    await remove(thread.id);
    chats.forget(thread.id);
  };
  const save = async () => {
    setFailure(null);
    await exportThread({ id: thread.id, title }).catch((error: Error) => setFailure(error.message));
  };
  const renameTo = (next: string) => {
    setDoing(null);
    if (next !== "" && next !== thread.title) void rename(thread.id, next);
  };

  if (doing === "rename") {
    return (
      <li>
        <RenameField
          label="Title of the conversation"
          maxLength={120}
          title={title}
          onDone={renameTo}
          onCancel={() => setDoing(null)}
        />
      </li>
    );
  }
  return (
    <li className="group/thread relative">
      <Link
        href={`/chat/${thread.id}`}
        aria-current={isCurrent ? "page" : undefined}
        title={title}
        onClick={onLeave}
        className={cn(
          "flex h-9 items-center rounded-md pr-9 pl-2 hover:bg-hover",
          isCurrent && "bg-hover font-medium",
        )}
      >
        <span className="truncate">{title}</span>
        {thread.isAnswering ? (
          <span className="ml-auto pl-2">
            <span
              aria-hidden
              title="Simon is answering"
              className="block size-2 animate-pulse-soft rounded-full bg-accent"
            />
            <span className="sr-only">, Simon is answering</span>
          </span>
        ) : null}
      </Link>
      <div className="absolute top-1 right-1 opacity-0 group-focus-within/thread:opacity-100 group-hover/thread:opacity-100 has-data-[state=open]:opacity-100 max-lg:opacity-100">
        <Menu
          align="end"
          trigger={
            <Button look="ghost" size="icon-sm" aria-label={`More for “${title}”`}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => setDoing("rename")}>
            <Pencil aria-hidden /> Rename
          </MenuItem>
          <MenuItem onSelect={() => void setStatus(thread.id, isArchived ? "regular" : "archived")}>
            {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            {isArchived ? "Take out of the archive" : "Archive"}
          </MenuItem>
          <MenuItem onSelect={() => setDoing("share")}>
            <LinkIcon aria-hidden /> Share …
          </MenuItem>
          <MenuItem onSelect={() => void save()}>
            <FileText aria-hidden /> Save as Markdown
          </MenuItem>
          <MenuSeparator />
          <MenuItem className="text-critical" onSelect={() => setDoing("delete")}>
            <Trash2 aria-hidden /> Delete
          </MenuItem>
        </Menu>
      </div>
      {failure ? (
        <p role="alert" className="px-2 pb-1 text-sm text-critical">
          {failure}
        </p>
      ) : null}
      <ShareDialog threadId={thread.id} open={doing === "share"} onClose={() => setDoing(null)} />
      <DeleteDialog
        title={title}
        open={doing === "delete"}
        onCancel={() => setDoing(null)}
        onDelete={deleteThread}
      />
    </li>
  );
}
