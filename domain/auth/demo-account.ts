import { verifyPassword } from "better-auth/crypto";
import { type CallLimits, systemActor } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { Unauthenticated } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { addMember } from "#domain/orgs/add-member.ts";
import { changeKeyLimits } from "#domain/orgs/change-key-limits.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { ensureOrganization, type Organization } from "#domain/orgs/ensure-organization.ts";
import { listApiKeys } from "#domain/orgs/list-api-keys.ts";
import { revokeApiKey } from "#domain/orgs/revoke-api-key.ts";
import { findPasswordHash } from "./accounts.ts";
import { type DemoFile, readDemoFile, writeDemoFile } from "./demo-file.ts";
import { KEY_SCOPES } from "./key-scopes.ts";
import { findMembership, findUserByEmail, listMemberships } from "./memberships.ts";
import { randomPassword } from "./passwords.ts";
import { verifyKey } from "./verify-key.ts";

export { demoFile, writeDemoFile } from "./demo-file.ts";

const EMAIL = "demo@simon.example";
const KEY_NAME = "demo";
/** For trying things out and for evals, which ask hundreds of questions in a row. */
const KEY_LIMITS: CallLimits = { readsPerMinute: 6_000, effectsPerMinute: 60 };

interface DemoAccount {
  readonly url: string;
  /** The organisation's name; the first of the demo fleet when left out. */
  readonly organization?: string;
}

/**
 * The demo account, in a demo only: an owner with a random password and a key with every scope that a
 * key can carry, both in `demo.json`. What the file says stays as long as it works.
 */
export async function ensureDemoAccount({ url, organization }: DemoAccount): Promise<void> {
  if (!config().demo) return;
  const name = organization ?? (await firstOrganization());
  const home = await ensureOrganization(name);
  const kept = await readDemoFile();
  // Side by side: checking a password takes long, and on purpose.
  const [password, isKeyKept] = await Promise.all([
    ensureUserOf(home, kept),
    kept && isKeptFor(kept.apiKey, home),
  ]);
  const apiKey = kept && isKeyKept ? kept.apiKey : await makeKeyOf(home);
  await writeDemoFile({ url, email: EMAIL, password, apiKey, organization: home.name });
}

/** Whose fleet the demo account shows; null where there is no such account. */
export async function demoOrganization(): Promise<Organization | null> {
  const user = await findUserByEmail(EMAIL);
  const membership = user && (await findMembership(user.id, null));
  if (!membership) return null;
  return { id: membership.organizationId, name: membership.organizationName };
}

/** The organisation of an earlier start, which `npm run fleet` may have chosen, else the fleet's first. */
async function firstOrganization(): Promise<string> {
  const present = await demoOrganization();
  if (present) return present.name;
  const { organizations } = await readVocabulary();
  return organizations[0]?.name ?? "Demo";
}

async function ensureUserOf(home: Organization, kept: DemoFile | undefined): Promise<string> {
  const user = await findUserByEmail(EMAIL);
  const memberships = user ? await listMemberships(user.id) : [];
  const [membership] = memberships;
  const isHome = membership?.organizationId === home.id && membership.role === "owner";
  if (kept && memberships.length === 1 && isHome && (await isPassword(kept.password))) {
    return kept.password;
  }
  const password = kept?.password ?? randomPassword();
  const member = await addMember(systemActor(home), {
    email: EMAIL,
    role: "owner",
    password,
    overwritePassword: true,
  });
  const { sql } = await database();
  await sql`
    delete from public.member where "userId" = ${member.id} and "organizationId" <> ${home.id}`;
  return password;
}

async function isPassword(password: string): Promise<boolean> {
  const { sql } = await database();
  const hash = await findPasswordHash(sql, EMAIL);
  return hash !== undefined && (await verifyPassword({ hash, password }));
}

async function makeKeyOf(home: Organization): Promise<string> {
  const user = await findUserByEmail(EMAIL);
  if (!user) throw new Error("the demo account was not made");
  const actor = systemActor(home);
  const stale = (await listApiKeys(actor)).filter(
    (key) => key.name === KEY_NAME && key.maker === EMAIL,
  );
  for (const key of stale) await revokeApiKey(actor, key.id);
  const made = await createApiKey(actor, {
    name: KEY_NAME,
    scopes: KEY_SCOPES,
    limits: KEY_LIMITS,
    forUserId: user.id,
  });
  return made.key;
}

/** Whether the key still works here; one that was made before keys had limits gets those of a demo. */
async function isKeptFor(apiKey: string, home: Organization): Promise<boolean> {
  try {
    const { organizationId, keyId, limits } = await verifyKey(apiKey);
    if (organizationId !== home.id) return false;
    if (!limits) await changeKeyLimits(systemActor(home), keyId, KEY_LIMITS);
    return true;
  } catch (error) {
    if (error instanceof Unauthenticated) return false;
    throw error;
  }
}
