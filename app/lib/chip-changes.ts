import type { Answer } from "#query/answer.ts";
import { periodOf, reversed, withGroup, without, withPeriod } from "#query/edit.ts";
import type { Query, View } from "#query/query.ts";
import { usualPeriods } from "./periods.ts";

type Chip = Answer["chips"][number];

export interface ChipChange {
  readonly label: string;
  readonly query: Query;
}

/** Views whose rows belong to no one SIM: what is known of SIMs cannot group them. */
const WITHOUT_SIMS: ReadonlySet<View> = new Set(["rate_plans", "alert_rules", "audit_logs"]);
const SIM_GROUPS = [
  ["customer", "sims.customer"],
  ["country", "sims.country"],
  ["operator", "sims.operator"],
  ["rate plan", "sims.rate_plan"],
] as const;
const GRAINS = ["day", "week", "month"] as const;

/** What a part of an interpretation can be changed to, each as the whole query that it gives. */
export function changesOf(chip: Chip, query: Query, now: Date): ChipChange[] {
  const { kind, part } = chip;
  if (!part) return [];
  const removal = {
    label: part.of === "limit" ? "Show all" : "Remove",
    query: without(query, part),
  };
  const period = periodOf(query, part);
  if (period) {
    const others = usualPeriods(now).filter(
      ({ from, to }) => from !== period.from || to !== period.to,
    );
    return [
      ...others.map((other) => ({
        label: sentence(other.label),
        query: withPeriod(query, period, other),
      })),
      kind === "period" ? { ...removal, label: "Any time" } : removal,
    ];
  }
  if (kind === "group") return [...groupChanges(query, part), removal];
  if (part.of === "orderBy") return [{ label: "Turn round", query: reversed(query, part) }];
  return [removal];
}

function groupChanges(query: Query, part: NonNullable<Chip["part"]>): ChipChange[] {
  const old = query.groupBy?.[part.index];
  if (old?.grain) {
    return GRAINS.filter((grain) => grain !== old.grain).map((grain) => ({
      label: `By ${grain}`,
      query: withGroup(query, part, { member: old.member, grain }),
    }));
  }
  if (WITHOUT_SIMS.has(query.from)) return [];
  const taken = new Set(query.groupBy?.map(({ member }) => member));
  return SIM_GROUPS.filter(([, member]) => !taken.has(member)).map(([name, member]) => ({
    label: `By ${name}`,
    query: withGroup(query, part, { member }),
  }));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
