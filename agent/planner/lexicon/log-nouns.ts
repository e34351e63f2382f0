import { inflected } from "../text/inflect.ts";
import type { Noun } from "./nouns.ts";

/** Verbs for changing something, of whatever kind; each is an entry of the audit log. */
const CHANGING = inflected(
  "touch edit modify alter amend adjust tweak update",
  "changed edited edit edits modification modifications alteration alterations amendment amendments adjustment adjustments tweak tweaks",
).filter((form) => !form.startsWith("updat"));

/** They need their particle: "messed with", "laid hands on". */
const CHANGING_WITH =
  "mess messes messed messing fiddle fiddles fiddled fiddling tinker tinkers tinkered tinkering meddle meddles meddled meddling tamper tampers tampered tampering fool fooled fooling play played playing"
    .split(" ")
    .flatMap((verb) => [`${verb} with`, `${verb} around with`]);

const ENTRIES = [
  "audit log | audit log entry | audit log record | audit log row | audit entry | entry | entries in the audit log",
  "entries of the audit log | entry in the audit log | audit trail entry | audit row | row in the audit log | logged action",
  "audit trail | audit record | change | changes made | audit | change made | log of changes | audit event | audited change",
  "action | activity log | change log | change history | full audit trail | paper trail | audit history | history of changes",
  "log of actions | list of changes | all writes | the writes | our writes | api writes | write operation | write access | write action | write to the log | logged operation",
  "logged write | log of who did what | who did what | things done | entries written to the log | line in the audit log",
  "laid hands on | laid a hand on | lay hands on | had their hands on | put their hands on | made changes to | made a change to",
  "in the log | in the logs | in our log | in our logs | in the trail | from the log | from the logs",
  "made edits to | make changes to | made any changes to | make any changes to | intervention",
];

/** What the audit log holds: entries by name, and verbs that say somebody changed something. */
export const LOG_NOUNS: readonly Noun[] = [
  { view: "audit_logs", say: [...ENTRIES, ...CHANGING, ...CHANGING_WITH].join(" | ") },
];
