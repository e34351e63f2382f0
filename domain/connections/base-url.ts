import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isAllowedHere, mayBeCalled } from "#connectors/guarded-fetch.ts";
import { Invalid } from "#core/errors.ts";

export const ONCE_BASE_URL = "https://api.1nce.com/management-api";

const NOT_THERE = "base_url: this address does not lead to a public host.";

/**
 * Where a provider's API is, without a slash at its end. Our server calls it with credentials, so it must
 * not lead inside: not by its name, nor by what the name stands for now. What that is later,
 * `guardedFetch` looks at.
 *
 * @throws Invalid
 */
export async function checkBaseUrl(text: string): Promise<string> {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Invalid("base_url: this is no web address; it starts with https://.");
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new Invalid("base_url: only a host and a path, without credentials, ? or #.");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await addressesOf(host);
  if (isAllowedHere(addresses)) return withoutSlash(url);
  if (url.protocol !== "https:")
    throw new Invalid("base_url: the address must start with https://.");
  if (!isIP(host) && !host.includes(".")) throw new Invalid(NOT_THERE);
  if (!mayBeCalled(addresses)) throw new Invalid(NOT_THERE);
  return withoutSlash(url);
}

/** None for a name that is not known now: a call to it fails by itself. */
async function addressesOf(host: string): Promise<string[]> {
  if (isIP(host)) return [host];
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}

function withoutSlash(url: URL): string {
  return url.href.replace(/\/+$/, "");
}
