import type { OAuthOptions } from "@better-auth/oauth-provider";
import { registerClientMetadataDocument } from "@better-auth/oauth-provider/internal";
import { APIError } from "better-auth/api";
import { isAllowedHere } from "#connectors/guarded-fetch.ts";
import { log } from "#core/log.ts";
import { countOne } from "#core/minute-limit.ts";
import { processWide } from "#core/process-state.ts";
import { baseUrl } from "../origins.ts";
import { BadClientDocument, fetchClientDocument } from "./fetch-client-document.ts";

type Discovery = Extract<
  NonNullable<NonNullable<OAuthOptions["extensions"]>[number]["clientDiscovery"]>,
  { id: string }
>;

const SOURCE = "client-document";
const FRESH_MS = 60 * 60 * 1000;
const MAX_KNOWN = 1_000;
const PER_HOST_A_MINUTE = 20;
const IN_ALL_A_MINUTE = 120;

/** Until when what we read at an address needs no second look. */
function freshUntil(): Map<string, number> {
  return processWide("client-documents", () => new Map<string, number>());
}

/** Clients whose id is the address of a document about them, so that they need no registration. */
export function clientDocuments(): Discovery {
  return {
    id: SOURCE,
    matches: isDocumentAddress,
    discoveryMetadata: { client_id_metadata_document_supported: true },
    resolve: async (ctx, clientId, existing) => {
      if (existing && (freshUntil().get(clientId) ?? 0) > performance.now()) return existing;
      const metadata = await read(clientId).catch((error: unknown) => {
        if (existing && error instanceof BadClientDocument && error.isTransient) return null;
        throw refusal(error);
      });
      if (!metadata) return existing;
      const provider = ctx.context.getPlugin("oauth-provider");
      if (!provider) throw new Error("the authorization server is not there");
      const { client } = await registerClientMetadataDocument(ctx, provider.options, {
        metadata: { ...metadata, redirect_uris: metadata.redirect_uris ?? [] } as never,
        clientId,
        clientDiscoveryId: SOURCE,
        ...(existing && { existingClient: existing }),
      });
      if (freshUntil().size >= MAX_KNOWN) freshUntil().clear();
      freshUntil().set(clientId, performance.now() + FRESH_MS);
      return client;
    },
  };
}

/** https with a path; plain http only from this machine to itself. */
export function isDocumentAddress(clientId: string): boolean {
  if (!/^https?:\/\/[^/\\?#@]+\/[^#\\]+$/i.test(clientId) || !URL.canParse(clientId)) return false;
  const { protocol, hostname, href } = new URL(clientId);
  if (href !== clientId) return false; // dot segments and other spellings of an address
  return protocol === "https:" || (isLocal(new URL(baseUrl()).hostname) && isLocal(hostname));
}

function isLocal(hostname: string): boolean {
  return hostname === "127.0.0.1" && isAllowedHere([hostname]);
}

async function read(clientId: string) {
  const host = await countOne(`${SOURCE}:${new URL(clientId).host}`, PER_HOST_A_MINUTE);
  const inAll = await countOne(SOURCE, IN_ALL_A_MINUTE);
  if (host.isOver || inAll.isOver) {
    throw new BadClientDocument("Too many client documents are read now.", { isTransient: true });
  }
  return fetchClientDocument(clientId);
}

function refusal(error: unknown): unknown {
  if (!(error instanceof BadClientDocument)) return error;
  log().info({ err: error }, "a client's document was refused");
  return new APIError("BAD_REQUEST", {
    error: "invalid_client",
    error_description: error.message,
  });
}
