import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { config } from "#core/config.ts";
import { demoFile } from "#domain/auth/demo-account.ts";
import { firstOwnerLink } from "#domain/auth/first-owner.ts";

/** Where to go, and how to sign in. */
export async function printReady(url: string, ms: number): Promise<void> {
  const lines = [`Simon is ready (${(ms / 1000).toFixed(1)} s)`, "", `  Open      ${url}`];
  const file = demoFile();
  if (config().demo && existsSync(file)) {
    const demo = JSON.parse(readFileSync(file, "utf8"));
    lines.push(
      `  E-mail    ${demo.email}`,
      `  Password  ${demo.password}`,
      "",
      `  The demo account of ${demo.organization}; for scripts: ${relative(process.cwd(), file) || file}`,
    );
  }
  const setup = await firstOwnerLink();
  if (setup)
    lines.push(
      "",
      "  Nobody has an account yet. Make the first owner with this link, once:",
      `  ${url}${setup}`,
    );
  console.log(`\n${lines.join("\n")}\n`);
}
