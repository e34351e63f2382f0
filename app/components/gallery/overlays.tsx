import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog, Sheet } from "#app/components/ui/dialog.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "#app/components/ui/menu.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { Shelf } from "./shelf.tsx";

/** They open over the whole page, in its own look. */
export function Overlays() {
  const [open, setOpen] = useState<"dialog" | "sheet" | null>(null);
  const change = (isOpen: boolean) => isOpen || setOpen(null);
  return (
    <Shelf name="Over the page">
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Button onClick={() => setOpen("sheet")}>Sheet</Button>
      <Menu trigger={<Button>Menu</Button>}>
        <MenuLabel>A label</MenuLabel>
        <MenuItem>An item</MenuItem>
        <MenuSeparator />
        <MenuItem disabled>Not now</MenuItem>
      </Menu>
      <Popover label="Popover" trigger={<Button>Popover</Button>}>
        What a press explains.
      </Popover>
      <Dialog
        open={open === "dialog"}
        onOpenChange={change}
        title="A question"
        description="What will be, once it is answered."
      >
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={() => setOpen(null)}>Cancel</Button>
          <Button look="danger" onClick={() => setOpen(null)}>
            Do it
          </Button>
        </div>
      </Dialog>
      <Sheet
        side="right"
        open={open === "sheet"}
        onOpenChange={change}
        title="A sheet"
        className="max-w-md"
      >
        <p className="p-4">What is read beside the page.</p>
      </Sheet>
    </Shelf>
  );
}
