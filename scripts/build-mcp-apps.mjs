// Bundles the pages that other assistants show (MCP Apps), each a file that needs nothing else, into .next/mcp-apps.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import tailwind from "@tailwindcss/postcss";
import postcss from "postcss";
import { rolldown } from "rolldown";

const APPS = ["forecast", "approval"];

export async function buildMcpApps(root) {
  const folder = join(root, ".next", "mcp-apps");
  mkdirSync(folder, { recursive: true });
  const style = await styleOf(root);
  for (const app of APPS) {
    const script = await bundle(root, app);
    writeFileSync(join(folder, `${app}.html`), pageOf(style, script));
  }
}

async function bundle(root, app) {
  const made = await rolldown({
    input: join(root, `app/components/mcp-apps/${app}-app.tsx`),
    cwd: root,
    resolve: {
      alias: {
        "next/dynamic": join(root, "app/components/mcp-apps/dynamic.tsx"),
        "next/link": join(root, "app/components/mcp-apps/link.tsx"),
      },
    },
    transform: { define: { "process.env.NODE_ENV": '"production"' }, jsx: "react-jsx" },
    logLevel: "silent",
  });
  const { output } = await made.generate({ format: "iife", minify: true, codeSplitting: false });
  await made.close();
  return output[0].code;
}

async function styleOf(root) {
  const from = join(root, "app/globals.css");
  const source = `@import "./globals.css"; @source "./components/mcp-apps"; @source "./components/analysis"; @source "./components/changes"; @source "./components/ui";`;
  const { css } = await postcss([tailwind({ base: resolve(root, "app"), optimize: true })]).process(
    source,
    { from },
  );
  return css;
}

/** `</script` inside a text of the bundle would end it. */
function pageOf(style, script) {
  const safe = script.replaceAll("</script", "<\\/script");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><style>${style}</style></head><body><div id="root"></div><script>${safe}</script></body></html>`;
}
