import type { Scope } from "#core/actor.ts";
import type { MemberDefinition } from "../catalogue/types.ts";
import { findMember, isJoined, type Joined, membersOf, viewOf } from "../catalogue.ts";
import { VIEWS, type View } from "../query.ts";
import { reachable } from "../relations.ts";
import { didYouMean, listed } from "./suggest.ts";

export interface Issue {
  /** Where in the query: `where.and[1].value`. */
  readonly path: string;
  readonly message: string;
}

/** What a check needs to know, and where it puts what it finds. */
export interface Checks {
  readonly scopes: ReadonlySet<Scope>;
  readonly issues: Issue[];
  /** Scopes that the query would need and the actor has not. */
  readonly missing: Set<Scope>;
}

export interface FoundMember {
  readonly joined: Joined;
  readonly column: string;
  readonly definition: MemberDefinition;
}

export function report(checks: Checks, path: string, message: string): void {
  checks.issues.push({ path, message });
}

export function requireScope(checks: Checks, scope: Scope | undefined): void {
  if (scope && !checks.scopes.has(scope)) checks.missing.add(scope);
}

/** A member that exists, that a row of `root` reaches, and that the actor may see; null after a report. */
export function checkMember(
  checks: Checks,
  path: string,
  root: View,
  name: string,
): FoundMember | null {
  const found = findMember(name);
  if (!found) {
    report(checks, path, unknownMember(root, name));
    return null;
  }
  if (!reachable(root).has(found.joined)) {
    report(checks, path, unreachable(root, found));
    return null;
  }
  requireScope(checks, viewOf(found.joined).scope);
  requireScope(checks, found.definition.scope);
  return found;
}

function unknownMember(root: View, name: string): string {
  const [joined = "", column = ""] = name.split(".");
  if (!isJoined(joined)) {
    return `There is no view ${joined}.${didYouMean(joined, VIEWS)} Views: ${VIEWS.join(", ")}.`;
  }
  const elsewhere = [...reachable(root).keys()]
    .filter((other) => Object.hasOwn(membersOf(other), column))
    .map((other) => `${other}.${column}`);
  const hint =
    elsewhere.length > 0
      ? ` Did you mean ${listed(elsewhere)}?`
      : didYouMean(column, Object.keys(membersOf(joined)));
  return `${joined} has no member ${column}.${hint} It has: ${Object.keys(membersOf(joined)).join(", ")}.`;
}

const NARROWED: Partial<Record<Joined, string>> = {
  sim_quota: "quota_data or quota_sms",
  quota_outlook: "outlook_data or outlook_sms",
};

function unreachable(root: View, { joined, column }: FoundMember): string {
  const narrowed = NARROWED[joined];
  const others = [...reachable(root).keys()].filter((other) => other !== root);
  const hint = narrowed
    ? `Use ${narrowed} (with .${column}), a filter { related: "${joined}" }, or ask from ${joined}.`
    : `Use a filter { related: "${joined}" }, a measure { related: "${joined}", measure }, or ask from ${joined}.`;
  const reaches = others.length > 0 ? ` It reaches ${listed(others, "and")}.` : "";
  return `A row of ${root} has no single row of ${joined}. ${hint}${reaches}`;
}
