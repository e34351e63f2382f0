import type { ChangeItem } from "#domain/changes/change.ts";
import { FIELD_NAMES, saidValue } from "#domain/changes/preview.ts";

interface ChangedValue {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What of a row changes, in words: `{ field: "Rate plan", from: "IoT S", to: "IoT M" }`. */
export function changedValues({ before, after }: Pick<ChangeItem, "before" | "after">) {
  return Object.entries(after).flatMap(([key, value]): ChangedValue[] => {
    const field = FIELD_NAMES[key];
    if (!field) return [];
    return [{ field, from: saidValue(key, before[key]), to: saidValue(key, value) }];
  });
}
