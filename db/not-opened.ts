import { Upstream } from "#core/errors.ts";

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens at its address",
  ENOENT: "nobody listens at its address",
  ENOTFOUND: "its host is not known",
  EAI_AGAIN: "its host is not known",
  EHOSTUNREACH: "its host cannot be reached",
  ENETUNREACH: "its host cannot be reached",
  ETIMEDOUT: "its host does not answer",
  CONNECT_TIMEOUT: "its host does not answer",
  CONNECTION_CLOSED: "it ended the connection",
  ECONNRESET: "it ended the connection",
  "28P01": "it does not accept the user or the password",
  "28000": "it does not accept the user",
  "3D000": "it has no database of that name",
  "53300": "it takes no more connections",
  "57P03": "it is starting or stopping",
};

/** Why the database could not be opened, where that is what a failure of the driver's says; else null. */
export function notOpened(error: unknown): Upstream | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code];
  if (!reason) return null;
  return new Upstream(
    `The database cannot be opened: ${reason}. Check DATABASE_URL (host, port, user, password, database).`,
    { cause: error },
  );
}
