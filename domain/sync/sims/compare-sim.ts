import type { ListedSim } from "#connectors/provider-reads.ts";

const MOVING_FIELDS = ["imsi", "msisdn", "imei", "ip_address", "activated_at"] as const;
type MovingField = (typeof MOVING_FIELDS)[number];
type Identity = Readonly<Pick<ListedSim, MovingField>>;

/** A SIM as the provider had it when it was asked before. */
export type MirroredSim = Identity & {
  readonly iccid: string;
  readonly label: string | null;
  readonly is_enabled: boolean;
  readonly last_seen_at: Date;
  readonly gone_at: Date | null;
};

export type OurSim = Identity & {
  readonly iccid: string;
  readonly label: string | null;
  readonly status: "active" | "inactive" | "suspended" | "deactivated";
};

/** What of a SIM was changed from here and taken over by the provider since it was asked before. */
export interface Applied {
  readonly label?: string | null;
  readonly status?: string;
}

export type DifferenceKind =
  | "changed_here"
  | "changed_both"
  | "gone_there"
  | "removed_here"
  | "never_there";

export interface Difference {
  readonly field: "label" | "status" | "presence";
  readonly kind: DifferenceKind;
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface Known {
  readonly before: MirroredSim | undefined;
  readonly ours: OurSim | undefined;
  readonly applied: Applied;
  /** The differences that are open, by field. */
  readonly open: ReadonlyMap<string, DifferenceKind>;
}

export interface Comparison {
  /** We never had it. */
  readonly isNew: boolean;
  /** What we take over. */
  readonly take: Partial<Omit<OurSim, "iccid">>;
  readonly differences: readonly Difference[];
}

/**
 * What the provider says of a SIM now against what it said before, and what we have: changed there only is
 * taken over, changed here only stays, changed on both sides is left for a person to decide.
 */
export function compareSim(theirs: ListedSim, known: Known): Comparison {
  const { before, ours } = known;
  if (!ours) {
    if (!before) return { isNew: true, take: {}, differences: [] };
    const removed: Difference = {
      field: "presence",
      kind: "removed_here",
      ours: null,
      theirs: statusOf(theirs.is_enabled),
    };
    return { isNew: false, take: {}, differences: [removed] };
  }
  const label = comparedLabel(theirs, ours, known);
  const status = comparedStatus(theirs, ours, known);
  return {
    isNew: false,
    take: {
      ...movedIdentity(theirs, ours, before),
      ...("take" in label && { label: label.take }),
      ...("take" in status && { status: status.take }),
    },
    differences: [label, status].flatMap((side) => ("difference" in side ? side.difference : [])),
  };
}

export function statusOf(isEnabled: boolean): "active" | "inactive" {
  return isEnabled ? "active" : "inactive";
}

type Side<T> =
  | { readonly take: T }
  | { readonly difference: Difference }
  | { readonly agreed: true };

const AGREED = { agreed: true } as const;

function comparedLabel(
  theirs: ListedSim,
  ours: OurSim,
  { before, applied, open }: Known,
): Side<string | null> {
  const [now, mine] = [named(theirs.label), named(ours.label)];
  if (now === mine) return AGREED;
  const base = "label" in applied ? named(applied.label) : before && named(before.label);
  const isFirst = base === undefined;
  if (isFirst ? mine === null : base === mine) return { take: now };
  const isOursOnly = isFirst ? now === null : base === now;
  const kind = isOursOnly ? (open.get("label") ?? "changed_here") : "changed_both";
  return { difference: { field: "label", kind, ours: mine, theirs: now } };
}

/** The provider knows on and off only: what we call suspended or deactivated agrees with off. */
function comparedStatus(
  { is_enabled: now }: ListedSim,
  { status }: OurSim,
  { before, applied, open }: Known,
): Side<"active" | "inactive"> {
  const mine = status === "active";
  if (now === mine) return AGREED;
  const base = applied.status === undefined ? before?.is_enabled : applied.status === "active";
  if (base === mine) return { take: statusOf(now) };
  const kind = base === undefined ? "changed_both" : (open.get("status") ?? "changed_here");
  return { difference: { field: "status", kind, ours: status, theirs: statusOf(now) } };
}

/** What identifies a SIM or its device is the provider's to say; what it does not say stays. */
function movedIdentity(
  theirs: Identity,
  ours: Identity,
  before: Identity | undefined,
): Partial<Identity> {
  const moved = MOVING_FIELDS.filter((field) => {
    const now = theirs[field];
    return now !== null && !isSame(now, ours[field]) && !(before && isSame(now, before[field]));
  });
  return Object.fromEntries(moved.map((field) => [field, theirs[field]]));
}

function isSame(a: string | Date | null, b: string | Date | null): boolean {
  return a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
}

function named(label: string | null | undefined): string | null {
  return label?.trim() || null;
}
