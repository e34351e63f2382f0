"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";

interface MessageEditorProps {
  readonly text: string;
  readonly onSend: (text: string) => void;
  readonly onCancel: () => void;
}

/** Another wording of one's own message; the earlier one stays, with what came after it. */
export function MessageEditor({ text, onSend, onCancel }: MessageEditorProps) {
  const [draft, setDraft] = useState(text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onSend(draft.trim());
    }
  };
  return (
    <div className="w-full rounded-xl border border-line-strong bg-raised p-2">
      <textarea
        aria-label="Edit the question"
        // biome-ignore lint/a11y/noAutofocus: the reader just asked to edit this
        autoFocus
        value={draft}
        rows={Math.min(8, draft.split("\n").length)}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-full resize-none bg-transparent px-1.5 py-1 outline-none"
      />
      <div className="flex items-center justify-end gap-2">
        <span className="mr-auto pl-1.5 text-sm text-muted">The earlier version stays.</span>
        <Button look="ghost" size="sm" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          look="primary"
          size="sm"
          disabled={draft.trim() === ""}
          onClick={() => onSend(draft.trim())}
        >
          Ask
        </Button>
      </div>
    </div>
  );
}
