"use client";

import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import type { Lists } from "./use-lists.ts";

interface RenameListDialogProps {
  readonly name: string;
  readonly lists: Lists;
  readonly onClose: () => void;
}

export function RenameListDialog({ name, lists, onClose }: RenameListDialogProps) {
  const [wanted, setWanted] = useState(name);
  const { submit, isBusy, problem } = useSubmit(async () => {
    await lists.rename(name, wanted);
    onClose();
  });
  const rename = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title="Rename the list">
      <form onSubmit={rename} className="mt-4 flex flex-col gap-4">
        <Field
          label="Name"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          maxLength={80}
          autoComplete="off"
          hint="Questions name it between quotes. Earlier ones keep the old name."
          problem={problem ?? undefined}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={isBusy || wanted.trim() === ""}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
