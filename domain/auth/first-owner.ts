import { readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemActor } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { Conflict } from "#core/errors.ts";
import { database, type Sql, type Transaction } from "#db/database.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";
import { withAudit } from "#domain/orgs/with-audit.ts";
import { ensureUser, setMembership, setPassword, toEmail } from "./accounts.ts";
import { createLink, readLink, takeLink } from "./one-time-link.ts";
import { toPasswordHash } from "./passwords.ts";

const LIFETIME_MS = 7 * 24 * 3600 * 1000;

/**
 * The path of the link with which the first owner makes their account, until somebody has one; null
 * after that. A restart shows the same link again while it is good: it is kept in the data folder.
 */
export async function firstOwnerLink(): Promise<string | null> {
  const { sql } = await database();
  if (await hasUsers(sql)) {
    await unlink(linkFile()).catch(ignoreMissing);
    return null;
  }
  const kept = await readFile(linkFile(), "utf8").catch(ignoreMissing);
  if (kept && (await isGood(kept))) return kept;
  const path = await createLink(sql, { kind: "setup" }, LIFETIME_MS);
  await writeFile(linkFile(), path, { mode: 0o600 });
  return path;
}

/**
 * Makes the first owner and their organisation. The link works once, and only while nobody has an
 * account.
 *
 * @throws NotFound for a used or expired link, Conflict when somebody has an account already.
 */
export async function createFirstOwner(
  token: string,
  owner: { email: string; password: string; organization: string },
): Promise<{ email: string }> {
  await readLink("setup", token);
  const email = toEmail(owner.email);
  const hash = await toPasswordHash(owner.password);
  const organization = await ensureOrganization(owner.organization);
  const made = await withAudit(systemActor(organization, email), async (sql) => {
    await takeLink(sql, "setup", token);
    if (await hasUsers(sql)) throw new Conflict("This installation has an owner already. Sign in.");
    const user = await ensureUser(sql, email);
    await setPassword(sql, user.id, hash);
    await setMembership(sql, organization.id, user.id, "owner");
    return {
      result: { email },
      audit: {
        action: "member.first_owner",
        resourceType: "user",
        resourceId: user.id,
        changes: { email, role: "owner" },
      },
    };
  });
  await unlink(linkFile()).catch(ignoreMissing);
  return made;
}

async function hasUsers(sql: Sql | Transaction): Promise<boolean> {
  const [row] = await sql`select exists (select 1 from public."user") as present`;
  return row?.present === true;
}

async function isGood(path: string): Promise<boolean> {
  return readLink("setup", path.replace("/setup/", "")).then(
    () => true,
    () => false,
  );
}

function linkFile(): string {
  return join(config().dataDir, "first-owner-link");
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
