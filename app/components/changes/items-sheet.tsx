"use client";

import { Sheet } from "#app/components/ui/dialog.tsx";
import type { Change, ItemState } from "#domain/changes/change.ts";
import { ItemsList } from "./items-list.tsx";

interface ItemsSheetProps {
  readonly change: Change;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly initialState?: ItemState;
}

/** All rows of a change beside what is being read. */
export function ItemsSheet({ change, open, onOpenChange, initialState }: ItemsSheetProps) {
  return (
    <Sheet
      side="right"
      open={open}
      onOpenChange={onOpenChange}
      title={change.preview.title}
      className="max-w-[860px]"
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ItemsList change={change} initialState={initialState ?? ""} />
      </div>
    </Sheet>
  );
}
