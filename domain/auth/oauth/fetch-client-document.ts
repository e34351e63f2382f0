import { oauthClientMetadataSchema } from "@better-auth/oauth-provider";
import { isForbiddenCimdClientMetadataField } from "@better-auth/oauth-provider/internal";
import type { z } from "zod";
import { guardedFetch } from "#connectors/guarded-fetch.ts";

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 16 * 1024;
const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;

export type ClientDocument = z.output<typeof oauthClientMetadataSchema>;

/** Why a document is no use. `isTransient`: its host did not answer, so what we knew of it still holds. */
export class BadClientDocument extends Error {
  readonly isTransient: boolean;

  constructor(message: string, { isTransient = false, cause }: ErrorDetails = {}) {
    super(message, { cause });
    this.isTransient = isTransient;
  }
}
type ErrorDetails = { isTransient?: boolean; cause?: unknown };

/**
 * Reads what a client says of itself at the address that is its id
 * (draft-ietf-oauth-client-id-metadata-document). No redirect is followed and no host inside is reached.
 *
 * @throws BadClientDocument
 */
export async function fetchClientDocument(clientId: string): Promise<ClientDocument> {
  const text = await readDocument(clientId);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new BadClientDocument("The client's document is not JSON.", { cause });
  }
  return checked(clientId, data);
}

async function readDocument(clientId: string): Promise<string> {
  try {
    const response = await guardedFetch(clientId, {
      headers: { accept: "application/json" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const type = response.headers.get("content-type") ?? "";
    if (response.status !== 200 || !JSON_TYPE.test(type)) {
      await response.body?.cancel();
      throw new BadClientDocument("The client's document was not found as JSON at its address.", {
        isTransient: response.status >= 500,
      });
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > MAX_BYTES) throw new BadClientDocument("The client's document is too large.");
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  } catch (cause) {
    if (cause instanceof BadClientDocument) throw cause;
    const message = "The address of the client's document does not answer.";
    throw new BadClientDocument(message, { isTransient: true, cause });
  }
}

function checked(clientId: string, data: unknown): ClientDocument {
  const forbidden = Object.keys(Object(data)).find(isForbiddenCimdClientMetadataField);
  if (forbidden) throw new BadClientDocument(`The client's document must not say ${forbidden}.`);
  const parsed = oauthClientMetadataSchema.strip().safeParse(data);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".");
    throw new BadClientDocument(`The client's document is not right: ${path || "its form"}.`);
  }
  if (parsed.data.client_id !== clientId) {
    throw new BadClientDocument("The client's document is of another client.");
  }
  if (!parsed.data.client_name?.trim() || !parsed.data.redirect_uris?.length) {
    throw new BadClientDocument("The client's document needs a client_name and redirect_uris.");
  }
  return parsed.data;
}
