import { SelectAll } from "#app/components/selection/select-all.tsx";
import type { Selection } from "#app/components/selection/use-selection.ts";
import { Key } from "#app/components/ui/key.tsx";

/** Selects all, and tells the keys. */
export function InboxHead({ selection }: { readonly selection: Selection }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 border-b border-line px-2 py-1 text-sm text-muted">
      <SelectAll selection={selection} />
      <p className="max-md:hidden">
        On a row: <Key>j</Key> <Key>k</Key> next, previous · <Key>x</Key> select · <Key>c</Key>{" "}
        confirm · <Key>n</Key> not an anomaly · <Key>s</Key> snooze · <Key>a</Key> assign
      </p>
      <p className="md:hidden">Select all</p>
    </div>
  );
}
