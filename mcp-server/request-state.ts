import { hkdfSync } from "node:crypto";
import {
  createRequestStateCodec,
  type RequestStateCodec,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { processWide } from "#core/process-state.ts";
import { installationSecret } from "#domain/auth/secret.ts";
import type { Served } from "./server.ts";

/** What a client brings back with the answer of its person: which proposal, of which call. */
export interface AskedState {
  readonly changeId: string;
  readonly tool: string;
  /** Of the exact input. */
  readonly hash: string;
  readonly mode: "form" | "url";
}

const LABEL = "simon mcp request state, key 1";
const KEY_BYTES = 32;
const TTL_SECONDS = 15 * 60;

/** Seals what a client is to bring back, for this caller and a quarter of an hour. */
export async function sealState(state: AskedState, context: ServerContext): Promise<string> {
  return (await codec()).mint(state, context);
}

/** @throws where it was altered, is too old or was another caller's: the SDK tells the client so. */
export async function openState(sealed: string, context: ServerContext): Promise<AskedState> {
  return (await codec()).verify(sealed, context);
}

function codec(): Promise<RequestStateCodec<AskedState>> {
  return processWide("mcp-request-state", async () => {
    const secret = await installationSecret();
    const key = new Uint8Array(hkdfSync("sha256", secret, "", LABEL, KEY_BYTES));
    return createRequestStateCodec<AskedState>({ key, ttlSeconds: TTL_SECONDS, bind: callerOf });
  });
}

function callerOf({ http, mcpReq }: ServerContext): string {
  const served = http?.authInfo?.extra?.served as Served | undefined;
  if (!served) throw new Error("a request without a caller");
  const { actor } = served;
  const client = actor.kind === "mcp" ? actor.clientId : "";
  return JSON.stringify([mcpReq.method, actor.organizationId, actor.userId, client]);
}
