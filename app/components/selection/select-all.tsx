import { SelectBox } from "./select-box.tsx";
import type { Selection } from "./use-selection.ts";

interface SelectAllProps {
  readonly selection: Selection;
  readonly disabled?: boolean;
}

export function SelectAll({ selection, disabled = false }: SelectAllProps) {
  return (
    <SelectBox
      label="Select all rows shown"
      checked={selection.all === "all"}
      isMixed={selection.all === "some"}
      disabled={disabled}
      onToggle={selection.toggleAll}
    />
  );
}
