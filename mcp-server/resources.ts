import { ResourceNotFoundError, type Server } from "@modelcontextprotocol/server";
import { type Actor, hasScope } from "#core/actor.ts";
import { NotFound } from "#core/errors.ts";
import type { MemberDefinition } from "#query/catalogue/types.ts";
import { CATALOGUE } from "#query/catalogue.ts";
import { callTool } from "#tools/call.ts";
import { fleetOverview } from "#tools/fleet-overview.ts";
import { getSim } from "#tools/get-sim.ts";
import { listApps, readApp } from "./apps.ts";
import { complete } from "./complete.ts";

const JSON_TYPE = "application/json";

const RESOURCES = [
  {
    uri: "fleet://overview",
    name: "fleet-overview",
    title: "The fleet at a glance",
    description: "SIMs by status, usage, open alerts and what runs out soon",
    mimeType: JSON_TYPE,
  },
  {
    uri: "fleet://catalogue",
    name: "fleet-catalogue",
    title: "What can be asked",
    description: "The views of the fleet with their metrics and dimensions, units included",
    mimeType: JSON_TYPE,
  },
];

const TEMPLATES = [
  {
    uriTemplate: "sim://{iccid}",
    name: "sim",
    title: "A SIM",
    description: "Detail of one SIM with its quota, newest usage and open alerts",
    mimeType: JSON_TYPE,
  },
];

/** Reading a resource is a call of the tool behind it, with its scope and its place in the limit. */
export function serveResources(server: Server, actor: Actor): void {
  server.setRequestHandler("resources/list", () => ({
    resources: [...RESOURCES, ...listApps()],
  }));
  server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: TEMPLATES }));
  server.setRequestHandler("resources/read", async ({ params: { uri } }) => {
    const app = readApp(uri);
    if (app) return { contents: [app] };
    const content = await read(actor, uri).catch((error) => {
      throw error instanceof NotFound ? new ResourceNotFoundError(uri) : error;
    });
    return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(content) }] };
  });
  server.setRequestHandler("completion/complete", async ({ params }) => ({
    completion: await complete(actor, params),
  }));
}

async function read(actor: Actor, uri: string): Promise<unknown> {
  if (uri === "fleet://overview") return callTool(actor, fleetOverview, {});
  if (uri === "fleet://catalogue") return describeCatalogue(actor);
  const iccid = /^sim:\/\/(\d{18,20})$/.exec(uri)?.[1];
  if (iccid) return callTool(actor, getSim, { iccid });
  throw new ResourceNotFoundError(uri);
}

/** A line a member: `sims.customer (text): Customer, whom the device belongs to`. */
function describeCatalogue(actor: Actor) {
  return Object.entries(CATALOGUE)
    .filter(([, { scope }]) => hasScope(actor, scope))
    .map(([view, { description, members }]) => ({
      view,
      description,
      members: Object.entries(members)
        .filter(([, { scope }]) => !scope || hasScope(actor, scope))
        .map(([name, member]) => lineOf(`${view}.${name}`, member)),
    }));
}

function lineOf(name: string, { type, unit, label, description, values }: MemberDefinition) {
  const about = [label, description, values && `one of ${values.join(", ")}`].filter(Boolean);
  return `${name} (${unit ? `${type}, ${unit}` : type}): ${about.join("; ")}`;
}
