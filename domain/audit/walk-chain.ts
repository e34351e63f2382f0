import type { ChainedRow } from "./read-chain.ts";
import { NO_HASH, sealOf } from "./seal.ts";

/** Both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Walk {
  readonly rows: number;
  readonly verified: number;
  /** When the first row and the newest verified one were recorded, ISO 8601. */
  readonly recordedFrom: string | null;
  readonly verifiedUntil: string | null;
  /** Rows that do not fit their hashes, neighbours together. */
  readonly misfits: readonly Span[];
  readonly missing: readonly Span[];
  readonly exchanged: readonly number[];
  /** The hash of the row that was asked for, if it is there. */
  readonly anchoredHash: string | null;
  readonly lastHash: string;
}

/** Checks every row by itself and against the one before, whatever was found further up. */
export async function walkChain(
  key: Buffer,
  rows: AsyncIterable<ChainedRow>,
  anchoredSequence: number,
): Promise<Walk> {
  const misfits: Span[] = [];
  const missing: Span[] = [];
  const exchanged: number[] = [];
  let verified = 0;
  let count = 0;
  let recordedFrom: string | null = null;
  let verifiedUntil: string | null = null;
  let anchoredHash: string | null = null;
  let before = { sequence: 0, hash: NO_HASH, fits: true };
  for await (const row of rows) {
    const { sequence, hash, previousHash } = row;
    const fits = sealOf(key, row) === hash;
    const isNext = sequence === before.sequence + 1;
    count++;
    recordedFrom ??= row.occurredAt;
    if (!isNext) missing.push({ from: before.sequence + 1, to: sequence - 1 });
    else if (fits && before.fits && previousHash !== before.hash) exchanged.push(sequence);
    if (fits) {
      verified++;
      verifiedUntil = row.occurredAt;
    } else if (isNext && !before.fits) {
      misfits.push({ from: misfits.pop()?.from ?? sequence, to: sequence });
    } else {
      misfits.push({ from: sequence, to: sequence });
    }
    if (sequence === anchoredSequence) anchoredHash = hash;
    before = { sequence, hash, fits };
  }
  return {
    rows: count,
    verified,
    recordedFrom,
    verifiedUntil,
    misfits,
    missing,
    exchanged,
    anchoredHash,
    lastHash: before.hash,
  };
}
