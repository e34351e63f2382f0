// Bundles the server, with what it is built on, into a few files: to find and load its 2,600 modules one by one
// took most of a start.
import { join } from "node:path";
import { rolldown } from "rolldown";
import { LEFT_OUTSIDE } from "./left-outside.ts";

export async function bundleServer(root) {
  const made = await rolldown({
    input: join(root, "server/main.ts"),
    cwd: root,
    platform: "node",
    external: (id) =>
      ["next", ...LEFT_OUTSIDE].some((name) => id === name || id.startsWith(`${name}/`)),
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    logLevel: "warn",
  });
  await made.write({
    dir: join(root, ".next/simon-server"),
    format: "esm",
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs",
    keepNames: true, // an error is called by its class
    comments: false,
    cleanDir: true,
  });
  await made.close();
}
