/** What the provider behind the fleet can do, as far as requests depend on it. */
export interface Abilities {
  /** Top-ups come in packages, so that a request needs no amount. */
  readonly sellsPackages: boolean;
  /** Why it cannot do a change, by the change's tool, and what to do instead. */
  readonly whyNot: Readonly<Record<string, string>>;
}

export const ABLE: Abilities = { sellsPackages: false, whyNot: {} };
