import { SelectBox } from "./select-box.tsx";
import type { Selection } from "./use-selection.ts";

export function SelectAll({ selection }: { readonly selection: Selection }) {
  return (
    <SelectBox
      label="Select all rows shown"
      checked={selection.all === "all"}
      isMixed={selection.all === "some"}
      onToggle={selection.toggleAll}
    />
  );
}
