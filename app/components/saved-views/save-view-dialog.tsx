"use client";

import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import type { SavedViews } from "./use-saved-views.ts";

interface SaveViewDialogProps {
  readonly query: string;
  readonly saved: SavedViews;
  readonly onClose: () => void;
}

/** A name for what is shown, and whether colleagues see it too. */
export function SaveViewDialog({ query, saved, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    await saved.save({ name: name.trim(), query, is_shared: isShared });
    onClose();
  });
  const keep = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const isKnown = saved.views?.some((view) => view.is_own && view.name === name.trim());
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Keep this view"
      description="Its search, filters and columns."
    >
      <form onSubmit={keep} className="mt-4 flex flex-col gap-4">
        <Field
          label="Name"
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={100}
          autoComplete="off"
          hint={isKnown ? "You have a view of this name; it becomes this one." : undefined}
          problem={problem ?? undefined}
        />
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={isShared}
            onChange={({ target }) => setShared(target.checked)}
          />
          Everybody in the organisation sees it
        </label>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={isBusy || name.trim() === ""}>
            Keep view
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
