import Link from "next/link";
import type { RefObject } from "react";
import { Instant } from "#app/components/instant.tsx";
import type { Change } from "#domain/changes/change.ts";
import { Decisions } from "./decisions.tsx";
import { ChangeMark } from "./state-mark.tsx";

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  web: "in the browser",
  chat: "in the chat",
  api: "over REST",
  mcp: "over MCP",
  slack: "in Slack",
  system: "by Simon itself",
};

export type TitleTag = "h1" | "h2" | "h3";

interface ChangeHeaderProps {
  readonly change: Change;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
  readonly titleAs: TitleTag;
}

export function ChangeHeader({ change, titleRef, titleAs: Title }: ChangeHeaderProps) {
  const { preview, proposed_by, channel, created_at, undo, retry, state } = change;
  return (
    <header className="px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Title
          ref={titleRef}
          tabIndex={-1}
          className="text-lg font-semibold break-words outline-none"
        >
          {preview.title}
        </Title>
        <ChangeMark change={change} />
      </div>
      <p className="mt-0.5 text-sm text-muted">
        Asked for by {proposed_by} {CHANNEL_WORDS[channel] ?? `(${channel})`},{" "}
        <Instant iso={created_at} />
        <Earlier id={undo.of} says="Undoes" />
        <Earlier id={retry.of} says="Tries again what failed of" />
      </p>
      {state === "proposed" ? null : <Decisions change={change} />}
    </header>
  );
}

/** Where this change comes from another one. */
function Earlier({ id, says }: { readonly id: string | null; readonly says: string }) {
  if (!id) return null;
  return (
    <>
      {`. ${says} `}
      <Link href={`/changes/${id}`} className="text-accent underline underline-offset-2">
        an earlier change
      </Link>
    </>
  );
}
