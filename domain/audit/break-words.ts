import { anchorFile } from "./anchor-file.ts";
import type { AuditBreak, BreakKind } from "./audit-break.ts";

interface Words {
  readonly what: string;
  readonly toDo: string;
}

const ACCEPT = "npm run audit:verify -- --organization NAME --accept";

/** A break as a person reads it: what is wrong, and what to do about it. */
export function wordsOf({ kind, from, to }: AuditBreak): Words {
  return WORDS[kind](from, to);
}

const WORDS: Readonly<Record<BreakKind, (from: number, to: number) => Words>> = {
  altered: (from, to) => ({
    what: `${rowsWere(from, to)} altered after being recorded.`,
    toDo: "Compare with a backup of the database. Somebody wrote to it past Simon.",
  }),
  removed: (from, to) => ({
    what: `${rowsWere(from, to)} removed from the middle of the log.`,
    toDo: "Look for what is missing in a backup of the database. Somebody wrote to it past Simon.",
  }),
  cut: (from, to) => ({
    what: `${rowsWere(from, to)} cut off at the end of the log; the anchor outside the database knows of more than is there.`,
    toDo: `Look for what is missing in a backup. If you brought back an older database on purpose, say so: ${ACCEPT}`,
  }),
  short: (from, to) => ({
    what: `The head of the chain counts ${count(to)} rows, but the log ends at row ${count(from - 1)}: its end was cut off, or the head was altered.`,
    toDo: `Look for what is missing in a backup. To go on from row ${count(from - 1)}: ${ACCEPT}`,
  }),
  recomputed: (from, to) => ({
    what: `From row ${count(from)} to the last, row ${count(to)}, no row fits this installation's key: the chain was recomputed with another key, or these rows were altered one by one.`,
    toDo: "Compare with a backup of the database. Somebody wrote to it past Simon.",
  }),
  rewritten: (at) => ({
    what: `Row ${count(at)} fits the key, but it is not the row that was anchored: the log was rewritten by somebody who has the key, or an older database was brought back and went on.`,
    toDo: `Compare with a backup, and look who can read the secret of this installation. If you brought back an older database on purpose, say so: ${ACCEPT}`,
  }),
  exchanged: (at) => ({
    what: `Row ${count(at)} fits the key, but it does not follow row ${count(at - 1)}: what stood before it was exchanged.`,
    toDo: "Compare with a backup of the database. Somebody wrote to it past Simon.",
  }),
  "wrong key": (_, to) => ({
    what: `None of the ${count(to)} rows fits this installation's key.`,
    toDo: "Run this with the SIMON_SECRET (or the data folder with the file secret) of the server that recorded them.",
  }),
  head: (at) => ({
    what: `The head of the chain in the database is not that of the newest row, row ${count(at)}. The rows themselves tell what happened.`,
    toDo: `Somebody wrote to the database past Simon. While the head is behind its rows nothing can be recorded, so nothing changed. To go on from row ${count(at)}: ${ACCEPT}`,
  }),
  "not anchored": (at) => ({
    what: `No anchor is kept for this log of ${count(at)} rows, so a cut end would not be found.`,
    toDo: `Put ${anchorFile()} back from a backup, or run this where the server runs. A server that starts without it makes a new one.`,
  }),
};

function rowsWere(from: number, to: number): string {
  return from === to ? `Row ${count(from)} was` : `Rows ${count(from)} to ${count(to)} were`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
