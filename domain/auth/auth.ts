import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { organization } from "better-auth/plugins/organization";
import { config } from "#core/config.ts";
import { log } from "#core/log.ts";
import { processWide } from "#core/process-state.ts";
import { type Database, database } from "#db/database.ts";
import { kyselyOver } from "#db/kysely.ts";
import { alwaysEndSessions } from "./always-end-sessions.ts";
import { auditSignIn } from "./audit-sign-in.ts";
import { CLIENT_IP_HEADER } from "./client-ip.ts";
import { CONSENT_PAGE, oauthPlugins } from "./oauth/plugins.ts";
import { baseUrl, trustedOrigins } from "./origins.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./password-length.ts";
import { installationSecret } from "./secret.ts";

const SESSION_SECONDS = 14 * 24 * 3600;
const SESSION_REFRESH_SECONDS = 24 * 3600;
const SIGN_INS_PER_MINUTE = 30;

/** The sign-in library, over the database of this process. */
export async function auth(): Promise<Auth> {
  const db = await database();
  const made = processWide("auth", () => new WeakMap<Database, Promise<Auth>>());
  const present = made.get(db);
  if (present) return present;
  const fresh = installationSecret().then((secret) => create(db, secret));
  made.set(db, fresh);
  fresh.catch(() => made.delete(db));
  return fresh;
}

export type Auth = ReturnType<typeof create>;

function create(database: Database, secret: string) {
  return betterAuth({
    appName: "Simon",
    baseURL: baseUrl(),
    secret,
    trustedOrigins: (request) => trustedOrigins(request?.headers),
    database: {
      db: kyselyOver(database),
      type: "postgres",
      // Inside a transaction of its own the library would wait for ever on the embedded database.
      transaction: false,
    },
    emailAndPassword: {
      enabled: true,
      // Accounts come from an invitation, the first owner's link or the command line.
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    // Of `domain/profile/`; the library only makes their columns.
    user: {
      additionalFields: {
        timeZone: { type: "string", required: false, input: false },
        formats: { type: "string", required: false, input: false },
        tourEndedAt: { type: "date", required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_REFRESH_SECONDS },
    rateLimit: {
      enabled: true,
      storage: "memory",
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: 60, max: SIGN_INS_PER_MINUTE } },
    },
    advanced: {
      cookiePrefix: "simon",
      useSecureCookies: config().publicUrl?.startsWith("https://") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      // The start of the process brings the tables up to date before anybody is let in.
      database: { validateSchema: false },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
    },
    hooks: { before: alwaysEndSessions, after: auditSignIn },
    onAPIError: { errorURL: CONSENT_PAGE },
    telemetry: { enabled: false },
    logger: {
      log: (level, message, ...details) => log()[level]({ details }, `better-auth: ${message}`),
    },
    plugins: [
      organization({ allowUserToCreateOrganization: false, disableOrganizationDeletion: true }),
      apiKey({
        references: "organization",
        enableMetadata: true,
        requireName: true,
        // Limits are `callTool`'s, the same for every door.
        rateLimit: { enabled: false },
      }),
      ...oauthPlugins(),
    ],
  });
}
