import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, type Page, test } from "@playwright/test";
import { rolldown } from "rolldown";

let client: Client;
let hostScript: string;

test.beforeAll(async () => {
  const demo = join(process.env.E2E_DATA_DIR ?? "", "demo.json");
  const { url, apiKey } = JSON.parse(readFileSync(demo, "utf8"));
  client = new Client({ name: "host", version: "1" });
  await client.connect(
    new StreamableHTTPClientTransport(new URL("/api/mcp", url), {
      requestInit: { headers: { authorization: `Bearer ${apiKey}` } },
    }),
  );
  const bundle = await rolldown({ input: "e2e/mcp-apps-host.ts", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "iife", codeSplitting: false });
  hostScript = output[0].code;
});
test.afterAll(() => client.close());

/** Calls a tool as an assistant does, and shows the page that its definition names. */
async function showResult(page: Page, name: string, input: Record<string, unknown>) {
  const { tools } = await client.listTools();
  const ui = tools.find((tool) => tool.name === name)?._meta?.ui as { resourceUri: string };
  const { contents } = await client.readResource({ uri: ui.resourceUri });
  const [content] = contents as { text: string; mimeType: string }[];
  expect(content?.mimeType).toBe("text/html;profile=mcp-app");
  const result = await client.callTool({ name, arguments: input });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setContent("<!doctype html><title>host</title><body></body>");
  await page.addScriptTag({ content: hostScript });
  await page.evaluate(
    ([html, input, result]) =>
      (window as never as { showApp: (...shown: unknown[]) => Promise<void> }).showApp(
        html,
        input,
        result,
      ),
    [content?.text, input, result] as const,
  );
  return { frame: page.frameLocator("iframe"), asked };
}

test("a host shows the chart of a forecast, in its theme, and the page asks for nothing outside", async ({
  page,
}) => {
  const { frame, asked } = await showResult(page, "forecast_usage", { group: "fleet" });
  await expect(frame.getByText("Forecast: the fleet")).toBeVisible();
  await expect(frame.locator("svg.recharts-surface").first()).toBeVisible();
  await expect(frame.locator("html")).toHaveClass(/dark/);
  await expect(page.locator("iframe")).not.toHaveCSS("height", "150px");
  expect(asked.filter((url) => /^https?:/.test(url))).toEqual([]);
});

test("a proposed change is shown as a card, whose button opens the page on which a person decides", async ({
  page,
}) => {
  const { structuredContent } = await client.callTool({
    name: "list_sims",
    arguments: { status: ["active"], limit: 1 },
  });
  const { sims } = structuredContent as { sims: { iccid: string }[] };
  const change = { iccids: sims.map(({ iccid }) => iccid), status: "suspended" };
  const { frame } = await showResult(page, "set_sim_status", change);
  await expect(frame.getByRole("heading", { name: "Suspend 1 SIM" })).toBeVisible();
  await expect(frame.getByText("Nothing has been done yet")).toBeVisible();
  await frame.getByRole("button", { name: "Review and decide" }).click();
  await expect(page).toHaveTitle(/\/changes\//);
});
