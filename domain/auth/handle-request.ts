import { Forbidden, Internal, Invalid, Limited, NotFound, Unauthenticated } from "#core/errors.ts";
import { CHANGE_PASSWORD } from "./always-end-sessions.ts";
import { auditSignOut, SIGN_OUT } from "./audit-sign-out.ts";
import { auth } from "./auth.ts";
import { changingPassword } from "./changing-password.ts";
import { translateLostDatabase } from "./lost-database.ts";
import { requireOwnOrigin } from "./origins.ts";

/** What the browser needs. Members, invitations and keys go through our own verbs, which audit. */
const OPEN_PATHS: ReadonlySet<string> = new Set([
  "/sign-in/email",
  SIGN_OUT,
  "/get-session",
  CHANGE_PASSWORD,
  "/revoke-other-sessions",
  "/organization/list",
  "/organization/set-active",
]);

/**
 * The sign-in library behind `/api/auth`, narrowed to what we use of it.
 *
 * @throws SimonError for everything that the library refuses, in our words.
 */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, "");
  if (!OPEN_PATHS.has(path)) throw new NotFound("There is nothing at this address.");
  requireOwnOrigin(request.method, request.headers);
  const response = await (AROUND[path] ?? plainly)(request.headers, () =>
    translateLostDatabase(async () => (await auth()).handler(request)),
  );
  if (response.status < 400) return response;
  throw await refusal(response);
}

type Around = (headers: Headers, work: () => Promise<Response>) => Promise<Response>;

/** What belongs to a request besides the library's part. */
const AROUND: Readonly<Record<string, Around>> = {
  [SIGN_OUT]: auditSignOut,
  [CHANGE_PASSWORD]: changingPassword,
};
const plainly: Around = (_headers, work) => work();

const SENTENCES: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "The e-mail address or the password is not right.",
  INVALID_PASSWORD: "The present password is not right.",
  INVALID_EMAIL: "This is not an e-mail address.",
  PASSWORD_TOO_SHORT: "The new password is too short: use at least 10 characters.",
  PASSWORD_TOO_LONG: "The new password is too long: use at most 128 characters.",
  USER_IS_NOT_A_MEMBER_OF_THE_ORGANIZATION: "You are not a member of this organisation.",
};

async function refusal(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const code = typeof body === "object" && body && "code" in body ? String(body.code) : "";
  const sentence = SENTENCES[code];
  switch (response.status) {
    case 401:
      return new Unauthenticated(sentence ?? "Your session has ended. Sign in again.");
    case 403:
      return new Forbidden(sentence ?? "This is not allowed.");
    case 404:
      return new NotFound("There is nothing at this address.");
    case 429: {
      const retryAfterSeconds = Number(response.headers.get("x-retry-after") ?? 60);
      return new Limited(`Too many attempts. Try again in ${retryAfterSeconds} s.`, {
        details: { retryAfterSeconds },
      });
    }
    default:
      return response.status < 500
        ? new Invalid(sentence ?? "The request is not of the right form.")
        : new Internal("Something went wrong on our side. Try again.");
  }
}
