import { systemActor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { type Anchor, readAnchor } from "./anchor-file.ts";
import { type AuditBreak, findBreaks } from "./audit-break.ts";
import { auditKey } from "./audit-key.ts";
import { readChain, readExtent } from "./read-chain.ts";
import { walkChain } from "./walk-chain.ts";

export interface AuditReport {
  readonly organization: Organization;
  /** Rows of the chain that are there, and those of them that are as they were recorded. */
  readonly rows: number;
  readonly verified: number;
  /** ISO 8601. */
  readonly verifiedUntil: string | null;
  /** The number of the newest row. */
  readonly last: number;
  readonly anchor: Anchor | null;
  readonly unchained: number;
  readonly sample: number;
  readonly breaks: readonly AuditBreak[];
}

/** By then the first row of a new log is anchored. */
const ANCHOR_DUE_MS = 10_000;

/** Reads an organisation's whole audit log and says where it is not what was recorded. */
export async function verifyAuditLog(organization: Organization): Promise<AuditReport> {
  const actor = systemActor(organization);
  const key = await auditKey();
  const anchor = readAnchor(organization.id); // before the log, which may grow meanwhile
  const { last, head, unchained, sample } = await readExtent(actor);
  const walk = await walkChain(key, readChain(actor, last), anchor?.sequence ?? 0);
  const { rows, verified, verifiedUntil } = walk;
  const ageMs = wallNow().getTime() - Date.parse(walk.recordedFrom ?? "");
  const breaks = findBreaks(walk, { last, head }, anchor).filter(
    ({ kind }) => kind !== "not anchored" || ageMs > ANCHOR_DUE_MS,
  );
  return { organization, rows, verified, verifiedUntil, last, anchor, unchained, sample, breaks };
}
