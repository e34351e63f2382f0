import { hkdfSync } from "node:crypto";
import { decrypt, encrypt } from "#core/encrypt.ts";
import { installationSecret } from "#domain/auth/secret.ts";

const LABEL = "simon connection credentials, key 1";
const KEY_BYTES = 32;

/**
 * Where a secret is of use: in one organisation's connection, and for one address and client. Somebody who
 * can write to the database cannot have it sent elsewhere.
 */
export interface SecretPlace {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly baseUrl: string;
  readonly clientId: string;
}

export async function sealSecret(secret: string, place: SecretPlace): Promise<Buffer> {
  return encrypt(await credentialKey(), secret, contextOf(place));
}

/** Null when the installation's secret is another one, or the row was moved or altered. */
export async function openSecret(sealed: Uint8Array, place: SecretPlace): Promise<string | null> {
  return decrypt(await credentialKey(), sealed, contextOf(place));
}

async function credentialKey(): Promise<Buffer> {
  return Buffer.from(hkdfSync("sha256", await installationSecret(), "", LABEL, KEY_BYTES));
}

function contextOf({ organizationId, connectionId, baseUrl, clientId }: SecretPlace): string[] {
  return [organizationId, connectionId, baseUrl, clientId];
}
