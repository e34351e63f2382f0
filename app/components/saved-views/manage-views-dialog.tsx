"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { RowProblem } from "#app/components/settings/row-problem.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog, DialogClose } from "#app/components/ui/dialog.tsx";
import { RenameField } from "#app/components/ui/rename-field.tsx";
import type { SavedView } from "#domain/saved-views/saved-view.ts";
import type { SavedViews } from "./use-saved-views.ts";

interface ManageViewsDialogProps {
  readonly views: readonly SavedView[];
  readonly saved: SavedViews;
  readonly onClose: () => void;
}

/** The person's own views, to rename, to share or not, and to delete. */
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
  const { id, name, is_shared: isShared } = view;
  const [isRenaming, setRenaming] = useState(false);
  const share = useSubmit(() => saved.change(id, { is_shared: !isShared }));
  const rename = useSubmit(async (wanted: string) => {
    setRenaming(false);
    if (wanted !== "" && wanted !== name) await saved.change(id, { name: wanted });
  });
  const remove = useSubmit(() => saved.remove(id));
  return (
    <li className="flex flex-wrap items-center gap-2 py-1.5">
      {isRenaming ? (
        <div className="min-w-0 flex-1">
          <RenameField
            label="Name of the view"
            maxLength={100}
            title={name}
            onDone={(wanted) => void rename.submit(wanted)}
            onCancel={() => setRenaming(false)}
          />
        </div>
      ) : (
        <span className="min-w-0 flex-1 break-words">
          {name}
          <span className="block text-sm text-muted">
            {isShared ? "shared with the organisation" : "only you see it"}
          </span>
        </span>
      )}
      <Button
        size="icon-sm"
        look="ghost"
        aria-label={`Rename the view ${name}`}
        title="Rename"
        disabled={rename.isBusy}
        onClick={() => setRenaming(true)}
      >
        <Pencil aria-hidden />
      </Button>
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
      <RowProblem problem={rename.problem ?? share.problem ?? remove.problem} />
    </li>
  );
}
