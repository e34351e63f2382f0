"use client";

import { Paperclip, X } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { sendJson } from "#app/lib/api.ts";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { MadeList } from "#domain/lists/make-list.ts";
import { COMPOSER_ID, useAsk } from "../use-ask.ts";

const MAX_BYTES = 3 * 1024 * 1024;
const MAX_NAMED = 3;

export type Attached =
  | { readonly state: "reading"; readonly fileName: string }
  | { readonly state: "failed"; readonly fileName: string; readonly reason: string }
  | { readonly state: "made"; readonly list: MadeList };

/** Makes a list of a file's SIMs, which goes with the next question. */
export function useAttachList() {
  const [attached, setAttached] = useState<Attached | null>(null);
  const attach = async (file: File) => {
    const fileName = file.name;
    setAttached({ state: "reading", fileName });
    try {
      if (file.size > MAX_BYTES) {
        throw new Error("The file is larger than 3 MB. A list takes at most 10,000 ICCIDs.");
      }
      const text = await file.text();
      const list = await sendJson<MadeList>("POST", "/api/lists", { name: fileName, text });
      setAttached(list && { state: "made", list });
      document.getElementById(COMPOSER_ID)?.focus();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setAttached({ state: "failed", fileName, reason });
    }
  };
  return { attached, attach, dismiss: () => setAttached(null) };
}

export function AttachButton({ onFile }: { onFile: (file: File) => void }) {
  const { isRunning } = useAsk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ""; // the same file may be chosen again
          if (file) onFile(file);
        }}
      />
      <Button
        look="ghost"
        size="icon"
        aria-label="Attach a CSV of ICCIDs"
        title="Attach a CSV of ICCIDs"
        disabled={isRunning}
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden />
      </Button>
    </>
  );
}

interface AttachedNoteProps {
  readonly attached: Attached | null;
  readonly onDismiss: () => void;
}

/** What became of the file, until it is sent or put away. */
export function AttachedNote({ attached, onDismiss }: AttachedNoteProps) {
  return (
    <div role="status">
      {attached ? (
        <div className="mb-2 flex items-start gap-2 rounded-lg border border-line bg-raised px-3 py-2 text-sm">
          <p className={attached.state === "failed" ? "flex-1 text-critical" : "flex-1"}>
            {textOf(attached)}
          </p>
          <Button look="ghost" size="icon-sm" aria-label="Put away" onClick={onDismiss}>
            <X aria-hidden />
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function textOf(attached: Attached): string {
  if (attached.state === "reading") return `Reading ${attached.fileName} …`;
  if (attached.state === "failed") return `${attached.fileName}: ${attached.reason}`;
  const { name, simCount, notFound, unreadLines } = attached.list;
  return [
    `${name}: ${countOf(simCount, "SIM")}. It goes with your question; sent alone, it shows them.`,
    leftOut("Not in your fleet", notFound),
    leftOut("Lines without an ICCID", unreadLines),
  ]
    .filter((part) => part !== null)
    .join(" ");
}

/** How many, with the first of them. */
function leftOut(what: string, all: readonly (string | number)[]): string | null {
  if (all.length === 0) return null;
  const named = all.slice(0, MAX_NAMED).join(", ");
  return `${what}: ${formatCount(all.length)} (${named}${all.length > MAX_NAMED ? " …" : ""}).`;
}
