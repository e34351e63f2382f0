"use client";

import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";

interface DeleteDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onCancel: () => void;
  readonly onDelete: () => void;
}

export function DeleteDialog({ title, open, onCancel, onDelete }: DeleteDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => (isOpen ? undefined : onCancel())}
      title="Delete this conversation?"
      description={`“${title}” and its answers will be gone for good. The fleet’s data stays as it is.`}
    >
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onCancel}>Keep it</Button>
        <Button look="danger" onClick={onDelete}>
          Delete
        </Button>
      </div>
    </Dialog>
  );
}
