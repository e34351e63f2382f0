"use client";

import { useRows } from "#app/components/sims/actions/use-rows.ts";
import type { Member, View } from "#query/query.ts";

const MOST = 1000;

/** What the fleet has of that, as choices of a filter, with what is chosen even where it has none. */
export function useKnown(member: Member, chosen: string): string[] {
  const [view, name] = member.split(".") as [View, string];
  const { rows } = useRows({
    from: view,
    groupBy: [{ member }],
    orderBy: [{ by: member, direction: "asc" }],
    limit: MOST,
  });
  const known = rows?.flatMap((row) => (row[name] ? [String(row[name])] : [])) ?? [];
  return chosen === "" || known.includes(chosen) ? known : [chosen, ...known];
}
