"use client";

import { Trash2 } from "lucide-react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { RowProblem } from "#app/components/settings/row-problem.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog, DialogClose } from "#app/components/ui/dialog.tsx";
import type { SavedView } from "#domain/saved-views/saved-view.ts";
import type { SavedViews } from "./use-saved-views.ts";

interface ManageViewsDialogProps {
  readonly views: readonly SavedView[];
  readonly saved: SavedViews;
  readonly onClose: () => void;
}

/** The person's own views, to share or not, and to delete. */
export function ManageViewsDialog({ views, saved, onClose }: ManageViewsDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title="Your views">
      {views.length === 0 ? <p className="mt-2 text-muted">There is none left.</p> : null}
      <ul className="mt-3 max-h-[50vh] divide-y divide-line overflow-y-auto">
        {views.map((view) => (
          <ViewRow key={view.id} view={view} saved={saved} />
        ))}
      </ul>
      <div className="mt-4 flex justify-end">
        <DialogClose asChild>
          <Button>Close</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}

function ViewRow({ view, saved }: { readonly view: SavedView; readonly saved: SavedViews }) {
  const { name, query, is_shared: isShared } = view;
  const share = useSubmit(() => saved.save({ name, query, is_shared: !isShared }));
  const remove = useSubmit(() => saved.remove(view.id));
  return (
    <li className="flex flex-wrap items-center gap-2 py-1.5">
      <span className="min-w-0 flex-1 break-words">
        {name}
        <span className="block text-sm text-muted">
          {isShared ? "shared with the organisation" : "only you see it"}
        </span>
      </span>
      <Button size="sm" disabled={share.isBusy} onClick={() => void share.submit()}>
        {isShared ? "Stop sharing" : "Share"}
        <span className="sr-only">: {name}</span>
      </Button>
      <Button
        size="icon-sm"
        look="ghost"
        aria-label={`Delete the view ${name}`}
        disabled={remove.isBusy}
        onClick={() => void remove.submit()}
      >
        <Trash2 aria-hidden />
      </Button>
      <RowProblem problem={share.problem ?? remove.problem} />
    </li>
  );
}
