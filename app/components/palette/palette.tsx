"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useState } from "react";
import type { Entry } from "./entry.ts";
import { useEntries } from "./use-entries.ts";

interface PaletteProps {
  readonly onClose: () => void;
}

const MOVES = new Set(["ArrowUp", "ArrowDown", "Home", "End"]);
const MAX_CHARACTERS = 2000;

/** One field to everything: a SIM, a customer, a page, a conversation, an action, or an answer. */
export default function Palette({ onClose }: PaletteProps) {
  const [text, setText] = useState("");
  /** Null until the reader moves: then what is first, also where that came late. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [hasMoved, setMoved] = useState(false);
  const { groups, isLoading, error } = useEntries(text.trim());
  const ids = groups.flatMap(({ entries }) => entries.map(({ id }) => id));
  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? "");
  const type = (next: string) => {
    setText(next);
    setChosen(null);
    setMoved(false);
  };
  const run = (entry: Entry) => {
    onClose();
    entry.run();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=open]:animate-enter" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[10vh] left-1/2 z-50 w-[calc(100vw-16px)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised"
        >
          <Dialog.Title className="sr-only">Search or ask</Dialog.Title>
          <Command
            label="Search or ask"
            shouldFilter={false}
            loop
            vimBindings={false}
            value={current}
            onValueChange={(id) => hasMoved && setChosen(id)}
            onKeyDownCapture={(event: KeyboardEvent) => MOVES.has(event.key) && setMoved(true)}
            onPointerMoveCapture={() => setMoved(true)}
          >
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0 text-muted" />
              <Command.Input
                value={text}
                onValueChange={type}
                maxLength={MAX_CHARACTERS}
                placeholder="SIM, customer, page – or a question"
                className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
              />
            </div>
            <Command.List
              aria-busy={isLoading}
              className="max-h-[min(60vh,28rem)] overflow-y-auto p-2"
            >
              {groups.map(({ heading, entries }) => (
                <Command.Group
                  key={heading}
                  heading={heading}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted"
                >
                  {entries.map((entry) => (
                    <Line key={entry.id} entry={entry} onRun={() => run(entry)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            <p role="status" className="border-t border-line px-4 py-2 text-sm text-muted">
              {error
                ? `SIMs and customers could not be searched: ${error.message}`
                : isLoading
                  ? "Searching …"
                  : "↑ ↓ to move, Enter to open, Esc to leave"}
            </p>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Line({ entry, onRun }: { readonly entry: Entry; readonly onRun: () => void }) {
  const { id, label, hint, icon: Icon } = entry;
  return (
    <Command.Item
      value={id}
      onSelect={onRun}
      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 data-[selected=true]:bg-accent-soft"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint ? (
        <span className="max-w-[50%] shrink-0 truncate text-sm text-muted">{hint}</span>
      ) : null}
    </Command.Item>
  );
}
