// npm run audit:verify [-- --organization NAME [--accept]]: is the audit log what was recorded?
import { parseArgs } from "node:util";
import { Invalid } from "#core/errors.ts";
import { closeDatabase, database } from "#db/database.ts";
import { explainCommand } from "#db/explain-command.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import { organizationsNamed } from "#domain/orgs/organizations-named.ts";
import { acceptAuditLog } from "./accept-audit-log.ts";
import { readAnchoredOrganizations } from "./anchor-file.ts";
import type { BreakKind } from "./audit-break.ts";
import { wordsOf } from "./break-words.ts";
import { type AuditReport, verifyAuditLog } from "./verify-audit-log.ts";

const USAGE = `Verify the audit log: is every recorded row there, and as it was recorded?

  npm run audit:verify [-- --organization NAME]    of one organisation (default: of all)
  npm run audit:verify -- --organization NAME --accept

--accept goes on from the newest row that is there, for an older database that was brought back on
purpose or a head that was put wrong. It is recorded; altered and removed rows stay found.
Exit code: 0 where every log is whole, else 1.`;

const NAME = "npm run audit:verify";
const SHOWN_BREAKS = 50;
const ACCEPTABLE: ReadonlySet<BreakKind> = new Set(["cut", "short", "rewritten", "head"]);

try {
  await main();
} catch (error) {
  console.error(explainCommand(error, USAGE));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function main(): Promise<void> {
  const { organization: name, accept, help } = readArguments();
  if (help) return console.log(USAGE);
  if (accept && name === undefined) throw new Invalid(`--accept needs --organization.\n\n${USAGE}`);
  await migrate(await database());
  await migrateAuth();
  let reports = [];
  const organizations = await organizationsNamed(name);
  if (name === undefined) tellOfGone(organizations);
  for (const organization of organizations) {
    const report = await verifyAuditLog(organization);
    tell(report);
    reports.push(report);
  }
  if (accept) reports = await Promise.all(reports.map(acceptEnd));
  sumUp(reports);
}

/** What is wrong with the rows themselves is not for anybody to accept. */
async function acceptEnd(report: AuditReport): Promise<AuditReport> {
  if (!report.breaks.some(({ kind }) => ACCEPTABLE.has(kind))) {
    console.log("\nThere is nothing to accept.");
    return report;
  }
  await acceptAuditLog(report.organization, NAME);
  console.log("\nAccepted, and recorded so. Verified again:");
  const after = await verifyAuditLog(report.organization);
  tell(after);
  return after;
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      organization: { type: "string" },
      accept: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return values;
}

/** No break: the data folder may have served another database before. */
function tellOfGone(present: readonly Organization[]): void {
  const ids = new Set(present.map(({ id }) => id));
  const gone = readAnchoredOrganizations().filter((id) => !ids.has(id));
  if (gone.length === 0) return;
  console.log(
    `\nAnchored, but not in this database: the logs of ${gone.join(", ")}.\n` +
      "  They were in another database that this data folder served, or their organisations were deleted.",
  );
}

function tell(report: AuditReport): void {
  const { organization, rows, verified, verifiedUntil, anchor, last, breaks } = report;
  const newest = verifiedUntil === null ? "" : `, the newest of ${moment(verifiedUntil)}`;
  console.log(`\n${organization.name}`);
  console.log(
    rows === 0
      ? "  There is no recorded row."
      : `  ${count(verified)} of ${rowsOf(rows)} verified${newest}.`,
  );
  if (anchor) {
    const rest = last - anchor.sequence;
    const later = rest > 0 ? `; ${rowsOf(rest)} since then` : "";
    console.log(
      `  Anchored up to row ${count(anchor.sequence)} at ${moment(anchor.anchoredAt)}${later}.`,
    );
  }
  for (const line of outside(report)) console.log(`  ${line}`);
  for (const found of breaks.slice(0, SHOWN_BREAKS)) {
    const { what, toDo } = wordsOf(found);
    console.log(`\n  BROKEN: ${what}\n    ${toDo}`);
  }
  if (breaks.length > SHOWN_BREAKS) {
    console.log(`\n  … and ${count(breaks.length - SHOWN_BREAKS)} more breaks.`);
  }
}

function outside({ unchained, sample }: AuditReport): string[] {
  return [
    unchained > 0
      ? `Not verified: ${rowsOf(unchained)} recorded before the log was a chain. Whether they were changed cannot be told.`
      : "",
    sample > 0 ? `Not verified: ${rowsOf(sample)} of the demo fleet, made up with it.` : "",
  ].filter(Boolean);
}

function sumUp(reports: readonly AuditReport[]): void {
  const verified = reports.reduce((sum, report) => sum + report.verified, 0);
  const broken = reports.filter(({ breaks }) => breaks.length > 0);
  const of = reports.length === 1 ? "1 organisation" : `${count(reports.length)} organisations`;
  if (broken.length > 0) process.exitCode = 1;
  console.log(
    broken.length > 0
      ? `\nBROKEN: the audit log of ${count(broken.length)} of ${of} is not what was recorded.`
      : `\nThe audit log of ${of} is whole: ${rowsOf(verified)} verified.`,
  );
}

function rowsOf(value: number): string {
  return value === 1 ? "1 row" : `${count(value)} rows`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function moment(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}
