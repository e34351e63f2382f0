import { z } from "zod";
import { MODEL_CARDS } from "#domain/developer/model-cards.ts";
import { requireDeveloper } from "#domain/developer/require-developer.ts";
import { readConfiguration, readSchema, readVersions } from "#domain/developer/system-context.ts";
import { defineTool } from "../define.ts";
import { allTools } from "../registry.ts";

const SECTIONS = ["versions", "configuration", "models", "routes", "schema"] as const;

export const getSystemContext = defineTool({
  name: "get_system_context",
  title: "What this installation is made of",
  description:
    "For people who build on Simon: versions, configuration without secrets, cards of the models, REST routes with their tools and scopes, views of the database with their columns. Ask for one section at a time.",
  input: z.object({ section: z.enum(SECTIONS).default("versions") }),
  output: z.object({
    section: z.enum(SECTIONS),
    sections: z.array(z.string()),
    content: z.record(z.string(), z.unknown()),
  }),
  scope: "developer",
  effect: "read",
  route: { method: "GET", path: "/api/v1/developer/context" },
  run: async ({ actor, input: { section } }) => {
    const read: Record<(typeof SECTIONS)[number], () => unknown> = {
      versions: () => readVersions(actor),
      configuration: () => readConfiguration(actor),
      models: () => ({ cards: MODEL_CARDS }),
      routes: () => ({ routes: allTools.map(routeOf) }),
      schema: async () =>
        Object.fromEntries((await readSchema(actor)).map(({ view, columns }) => [view, columns])),
    };
    requireDeveloper(actor); // not all sections ask by themselves
    return { section, sections: [...SECTIONS], content: (await read[section]()) as Content };
  },
});

type Content = Record<string, unknown>;

function routeOf({ name, scope, effect, route, aliases = [] }: (typeof allTools)[number]): string {
  const addresses = [route, ...aliases].map(({ method, path }) => `${method} ${path}`).join(", ");
  return `${addresses}: ${name} (${scope}, ${effect})`;
}
