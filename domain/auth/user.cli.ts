// npm run user -- create|invite|reset: accounts from the command line.
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { ROLES, type Role, systemActor } from "#core/actor.ts";
import { Invalid, NotFound } from "#core/errors.ts";
import { closeDatabase, database } from "#db/database.ts";
import { explainCommand } from "#db/explain-command.ts";
import { migrate } from "#db/migrate.ts";
import { addMember } from "#domain/orgs/add-member.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";
import { inviteMember } from "#domain/orgs/invite-member.ts";
import { resetPasswordLink } from "#domain/orgs/reset-password-link.ts";
import { toEmail } from "./accounts.ts";
import { findMembership, findUserByEmail } from "./memberships.ts";
import { migrateAuth } from "./migrate.ts";
import { baseUrl } from "./origins.ts";
import { randomPassword } from "./passwords.ts";

const USAGE = `Usage:
  npm run user -- create --email E --organization O [--role owner] [--password-stdin]
  npm run user -- invite --email E --organization O [--role viewer]
  npm run user -- reset  --email E

Roles: ${ROLES.join(", ")}. create makes the organisation where there is none; without
--password-stdin it prints a random password. invite and reset print a link that works once.`;

const NAME = "npm run user";

try {
  await main();
} catch (error) {
  console.error(explainCommand(error, USAGE));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function main(): Promise<void> {
  const { command, values } = readArguments();
  if (values.help || command === undefined) return console.log(USAGE);
  const email = toEmail(required(values.email, "--email"));
  await migrate(await database());
  await migrateAuth();
  if (command === "create") return create(email, values);
  if (command === "invite") return invite(email, values);
  if (command === "reset") return reset(email);
  throw new Invalid(`There is no command "${command}".\n\n${USAGE}`);
}

type Values = ReturnType<typeof readArguments>["values"];

async function create(email: string, values: Values): Promise<void> {
  const role = toRole(values.role ?? "owner");
  const organization = await ensureOrganization(required(values.organization, "--organization"));
  const given = values["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : null;
  const present = await findUserByEmail(email);
  const password = given ?? (present ? undefined : randomPassword());
  const user = await addMember(systemActor(organization, NAME), {
    email,
    role,
    password,
    overwritePassword: given !== null,
  });
  console.log(`${user.email} is ${role} of ${organization.name}.`);
  if (given === null && password !== undefined) console.log(`Password: ${password}`);
}

async function invite(email: string, values: Values): Promise<void> {
  const role = toRole(values.role ?? "viewer");
  const organization = await ensureOrganization(required(values.organization, "--organization"));
  const { path } = await inviteMember(systemActor(organization, NAME), { email, role });
  console.log(`For ${email}, once, within seven days:\n${baseUrl()}${path}`);
}

async function reset(email: string): Promise<void> {
  const user = await findUserByEmail(email);
  const membership = user && (await findMembership(user.id, null));
  if (!user || !membership) throw new NotFound(`There is no member with the address ${email}.`);
  const organization = { id: membership.organizationId, name: membership.organizationName };
  const { path } = await resetPasswordLink(systemActor(organization, NAME), user.id);
  console.log(`For ${email}, once, within a day:\n${baseUrl()}${path}`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        email: { type: "string" },
        organization: { type: "string" },
        role: { type: "string" },
        "password-stdin": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return { command: positionals[0], values };
  } catch (cause) {
    throw new Invalid(`The arguments are not right.\n\n${USAGE}`, { cause });
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Invalid(`${name} is missing.\n\n${USAGE}`);
  return value;
}

function toRole(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (!role) throw new Invalid(`--role must be one of ${ROLES.join(", ")}.`);
  return role;
}
