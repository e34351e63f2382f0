import type { Scope } from "#core/actor.ts";
import type { MemberDefinition, ViewDefinition } from "./catalogue/types.ts";
import { ALIASES, CATALOGUE, isAlias, type Joined } from "./catalogue.ts";
import { VIEWS, type View } from "./query.ts";
import { reachable } from "./relations.ts";

/** Every view in a line: for whoever has to choose which ones to read up. */
export function listViews(scopes: ReadonlySet<Scope>): string {
  return VIEWS.filter((view) => scopes.has(CATALOGUE[view].scope))
    .map((view) => `${view}: ${CATALOGUE[view].description}.`)
    .join("\n");
}

/**
 * The catalogue as compact text for a model's prompt: every view with its members, types, units and
 * allowed values, and which other views' members may stand beside them.
 *
 * @param views Only these; all by default.
 * @param scopes What the actor may see; the rest is left out.
 */
export function describeCatalogue({
  views = VIEWS,
  scopes,
}: {
  views?: readonly View[];
  scopes: ReadonlySet<Scope>;
}): string {
  const visible = views.filter((view) => scopes.has(CATALOGUE[view].scope));
  return [
    "Members are written view.column. Amounts of data are bytes (1 GB = 1073741824). * marks a derived member.",
    ...visible.map((view) => describeView(view, scopes)),
    ...describeAliases(),
  ].join("\n\n");
}

function describeView(view: View, scopes: ReadonlySet<Scope>): string {
  const definition: ViewDefinition = CATALOGUE[view];
  const others = [...reachable(view).keys()].filter((other) => other !== view);
  const lines = [
    `${view}: ${definition.description}.`,
    ...describeMembers(definition.members, scopes),
    `  key: ${definition.key.join(", ")}${definition.time ? `; time: ${definition.time}` : ""}`,
  ];
  if (others.length > 0) lines.push(`  also: ${others.map((other) => `${other}.*`).join(", ")}`);
  return lines.join("\n");
}

function describeMembers(members: ViewDefinition["members"], scopes: ReadonlySet<Scope>): string[] {
  return Object.entries(members)
    .filter(([, { scope }]) => !scope || scopes.has(scope))
    .map(([name, member]) => `  ${name}${member.sql ? "*" : ""} ${describeMember(member)}`);
}

function describeMember({ type, values, unit, description }: MemberDefinition): string {
  const kind = values ? values.join("|") : unit ? `${type} in ${unit}s` : type;
  return description ? `${kind} - ${description}` : kind;
}

function describeAliases(): string[] {
  const names = (Object.keys(ALIASES) as Joined[]).filter(isAlias);
  return names.length > 0
    ? [names.map((name) => `${name}: ${ALIASES[name].description}, one row a SIM`).join("\n")]
    : [];
}
