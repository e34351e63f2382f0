import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processWide } from "#core/process-state.ts";
import { isEffect, type Tool } from "#tools/define.ts";

/** Of the extension MCP Apps: what a host shows in a frame, for results of some tools. */
export const UI_EXTENSION = "io.modelcontextprotocol/ui";
const APP_TYPE = "text/html;profile=mcp-app";

const APPS = {
  forecast: {
    title: "Forecast chart",
    description: "The chart of forecast_usage, as the chat shows it",
  },
  approval: {
    title: "Proposed change",
    description: "What a change would do, and the way to the page on which it is decided",
  },
} as const;
type AppName = keyof typeof APPS;

/** A page needs nothing from anywhere: scripts and styles are in it. */
const CSP = { connectDomains: [], resourceDomains: [], frameDomains: [] };

/** Made by the build (`scripts/build-mcp-apps.mjs`); none where it could not be. */
const pages = () =>
  processWide("mcp-apps", () => {
    const names = Object.keys(APPS) as AppName[];
    return new Map(names.flatMap((name) => pageOf(name)));
  });

function pageOf(name: AppName): [string, { readonly name: AppName; readonly html: string }][] {
  try {
    const html = readFileSync(join(process.cwd(), ".next", "mcp-apps", `${name}.html`), "utf8");
    return [[uriOf(name), { name, html }]];
  } catch {
    return []; // not built: hosts show the text
  }
}

const uriOf = (name: AppName) => `ui://simon/${name}.html`;

/** What a definition says of the page that shows the tool's results. */
export function uiOf(tool: Tool): { readonly _meta?: { ui: { resourceUri: string } } } {
  const uri = uriOf(isEffect(tool) ? "approval" : "forecast");
  if (!isEffect(tool) && tool.name !== "forecast_usage") return {};
  return pages().has(uri) ? { _meta: { ui: { resourceUri: uri } } } : {};
}

export function listApps() {
  return [...pages()].map(([uri, { name }]) => ({
    uri,
    name: `simon-${name}`,
    ...APPS[name],
    mimeType: APP_TYPE,
  }));
}

/** Null where it is none. */
export function readApp(uri: string) {
  const page = pages().get(uri);
  if (!page) return null;
  return {
    uri,
    mimeType: APP_TYPE,
    text: page.html,
    _meta: { ui: { csp: CSP, prefersBorder: false } },
  };
}
