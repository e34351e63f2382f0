export const SCOPES = [
  "sims:read",
  "sims:write",
  "sms:read",
  "changes:approve",
  "reports:read",
  "audit:read",
  "org:admin",
  "developer",
] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ["viewer", "analyst", "operator", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** `developer` is what lets a role use `run_sql`. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  viewer: ["sims:read", "reports:read"],
  analyst: ["sims:read", "reports:read", "developer"],
  operator: ["sims:read", "sims:write", "sms:read", "changes:approve", "reports:read", "developer"],
  owner: SCOPES,
};

/** How often a caller may ask, and how often they may change or start something. */
export interface CallLimits {
  readonly readsPerMinute: number;
  readonly effectsPerMinute: number;
}

/** A program that a person let in by OAuth. */
export interface McpClient {
  readonly id: string;
  readonly name: string;
  /** An owner marked it so: it may answer for its person where a change is small and can be undone. */
  readonly isTrusted: boolean;
}

/** The most that a key can be given of either. */
export const MAX_PER_MINUTE = 1_000_000;

interface Base {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly role: Role;
  /** E-mail or key name, as the audit log shows it. */
  readonly name: string;
  readonly ipAddress?: string | undefined;
  readonly userAgent?: string | undefined;
}

/**
 * Who is asking, and through which door. The first argument of everything below the doors.
 * Only `user` (a person in a browser) and `slack` (a linked person) may decide on an approval.
 */
export type Actor =
  | (Base & { readonly kind: "user"; readonly channel: "web"; readonly userId: string })
  | (Base & {
      readonly kind: "apiKey";
      readonly channel: "api";
      readonly keyId: string;
      readonly userId: string;
      /** The key's own, instead of those that the installation gives every key. */
      readonly limits?: CallLimits | undefined;
    })
  | (Base & {
      readonly kind: "mcp";
      readonly channel: "mcp";
      /** An OAuth client, or `key:` and the id of an API key. */
      readonly clientId: string;
      readonly userId: string;
      /** Of who came by OAuth; nothing of who holds an API key. */
      readonly mcpClient?: McpClient | undefined;
      /** Those of the API key, where it has some. */
      readonly limits?: CallLimits | undefined;
    })
  | (Base & { readonly kind: "slack"; readonly channel: "slack"; readonly userId: string })
  | (Base & { readonly kind: "system"; readonly channel: "system"; readonly userId: null });

export function hasScope(actor: Actor, scope: Scope): boolean {
  return actor.scopes.has(scope);
}

export type SystemActor = Extract<Actor, { kind: "system" }>;

/** The commands and jobs of this installation, acting for one organisation. */
export function systemActor(
  organization: { id: string; name: string },
  name = "simon",
): SystemActor {
  return {
    kind: "system",
    channel: "system",
    userId: null,
    organizationId: organization.id,
    organizationName: organization.name,
    role: "owner",
    scopes: new Set(SCOPES),
    name,
  };
}
