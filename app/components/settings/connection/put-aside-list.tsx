import { Notice } from "#app/components/ui/notice.tsx";
import { countOf } from "#app/lib/format.ts";
import type { Stream } from "./connection.ts";

/** Records that could not be used, by the reason. */
export function PutAsideList({ rows }: { readonly rows: Stream["put_aside"] }) {
  if (rows.length === 0) return null;
  return (
    <Notice tone="attention" className="mt-2" title="Put aside, with what came">
      <ul className="mt-1">
        {rows.map(({ state, reason, count }) => (
          <li key={`${state} ${reason}`}>
            {countOf(count, "record")}: {reason}
            {state === "held" ? " They are used once it is." : ""}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
