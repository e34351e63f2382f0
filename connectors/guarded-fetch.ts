import dns from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector, fetch } from "undici";
import { config } from "#core/config.ts";
import { processWide } from "#core/process-state.ts";
import { isLoopback, isPublicAddress } from "#core/public-address.ts";

/** Nothing went out: the address leads inside, where a provider has no business. */
export class LeadsInside extends Error {
  constructor(host: string) {
    super(`${host} leads to no public host.`);
    this.name = "LeadsInside";
  }
}

/** All of them public, or all of this machine where the configuration allows that. None: nothing is known of the name. */
export function mayBeCalled(addresses: readonly string[]): boolean {
  return addresses.every(isPublicAddress) || isAllowedHere(addresses);
}

export function isAllowedHere(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every(isLoopback) && config().loopbackProvider;
}

/**
 * As `fetch`, but it reaches no host inside: what a name stands for is looked at when a connection is made,
 * since it may be another address than when the name was checked.
 */
export const guardedFetch: typeof fetch = (url, init) =>
  fetch(url, { ...init, dispatcher: processWide("provider-agent", guardedAgent) });

function guardedAgent(): Agent {
  const connect = buildConnector({ lookup });
  return new Agent({
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, "");
      // an address is not looked up
      if (isIP(host) && !mayBeCalled([host])) callback(new LeadsInside(host), null);
      else connect(options, callback);
    },
  });
}

const lookup: LookupFunction = (host, options, callback) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    if (!mayBeCalled(found.map(({ address }) => address))) {
      return callback(new LeadsInside(host), []);
    }
    const [first] = found;
    if (options.all || !first) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
