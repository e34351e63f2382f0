import { Button } from "#app/components/ui/button.tsx";
import { DialogClose } from "#app/components/ui/dialog.tsx";

interface ProposeButtonProps {
  readonly isBusy: boolean;
  readonly disabled?: boolean;
}

/** Ends each form: what follows is the preview with its approval, not the effect. */
export function ProposeButton({ isBusy, disabled = false }: ProposeButtonProps) {
  return (
    <div className="flex justify-end gap-2">
      <DialogClose asChild>
        <Button>Cancel</Button>
      </DialogClose>
      <Button type="submit" look="primary" disabled={isBusy || disabled}>
        {isBusy ? "One moment …" : "Show what would change"}
      </Button>
    </div>
  );
}
