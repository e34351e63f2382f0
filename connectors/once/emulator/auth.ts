import { createHash, randomBytes } from "node:crypto";
import type { Answer } from "./answer.ts";
import type { World } from "./world.ts";

/** An owner's credentials get a token, which is good for nothing. */
export type ClientRole = "api" | "owner";

export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly role?: ClientRole;
}

type ErrorCode =
  | "BadCredentials"
  | "AuthValidationError"
  | "BodyValidationError"
  | "UnsupportedContentTypeError";

/** About as long as a real one. */
const TOKEN_BYTES = 2_200;

export function addClient({ store }: World, { id, secret, role = "api" }: Client): void {
  store.run("insert or replace into clients (id, secret, role) values (?, ?, ?)", id, secret, role);
}

export function listClients({ store }: World): Required<Client>[] {
  return store.all<Required<Client>>("select id, secret, role from clients order by id");
}

export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** As it came. */
  readonly body: string;
}

/** Wrong credentials are 400, not 401. Earlier tokens stay good until they expire. */
export function issueToken(world: World, request: TokenRequest): Answer {
  if (!/^application\/json\b/i.test(request.contentType ?? "")) {
    return refuse("UnsupportedContentTypeError", "Content-Type not supported");
  }
  const [id, secret] = basicOf(request.authorization);
  if (!id) return refuse("AuthValidationError", missing("Auth header", "username"));
  if (!secret) return refuse("AuthValidationError", missing("Auth header", "password"));
  if (grantTypeOf(request.body) !== "client_credentials") {
    return refuse("BodyValidationError", missing("Request body", "grant_type"));
  }
  const client = world.store.one<Required<Client>>("select * from clients where id = ?", id);
  if (!client) return refuse("BadCredentials", "User does not exist.");
  if (client.secret !== secret) return refuse("BadCredentials", "Bad credentials.");

  const token = `eyJ${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  const { tokenSeconds } = world.settings;
  const nowMs = world.clock.wallMs();
  world.store.run("delete from tokens where expires_wall_ms <= ?", nowMs);
  world.store.run(
    "insert into tokens (hash, client, expires_wall_ms) values (?, ?, ?)",
    hash(token),
    id,
    nowMs + tokenSeconds * 1000,
  );
  return {
    status: 200,
    json: {
      status_code: 200,
      access_token: token,
      token_type: "bearer",
      expires_in: tokenSeconds,
      userId: "user",
      scope: "all",
    },
  };
}

/** Whose token this is; null when it is none of ours, or not any more. */
export function clientOf(
  { store, clock }: World,
  authorization: string | undefined,
): { id: string; role: ClientRole } | null {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  if (!token) return null;
  const found = store.one<{ id: string; role: ClientRole }>(
    `select clients.id, clients.role from tokens join clients on clients.id = tokens.client
     where hash = ? and expires_wall_ms > ?`,
    hash(token),
    clock.wallMs(),
  );
  return found ?? null;
}

/** All of them, or the one of a request. */
export function expireTokens({ store }: World, authorization?: string): void {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  if (token) store.run("delete from tokens where hash = ?", hash(token));
  else store.run("delete from tokens");
}

function basicOf(authorization: string | undefined): [string, string] {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
  const [id = "", secret = ""] = Buffer.from(encoded, "base64").toString("utf8").split(/:(.*)/s);
  return [id, secret];
}

function grantTypeOf(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    return json !== null && typeof json === "object" && "grant_type" in json
      ? json.grant_type
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function missing(where: string, attribute: string): string {
  return `${where} validation error: Missing attributes '${attribute}'`;
}

function refuse(errorCode: ErrorCode, message: string): Answer {
  return { status: 400, json: { statusCode: 400, errorCode, message } };
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
