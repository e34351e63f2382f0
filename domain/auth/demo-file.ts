import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { config } from "#core/config.ts";
import { log } from "#core/log.ts";

const DemoFile = z.object({
  url: z.string(),
  email: z.string(),
  password: z.string().min(10),
  apiKey: z.string(),
  /** The organisation's name. */
  organization: z.string(),
});
export type DemoFile = z.infer<typeof DemoFile>;

export function demoFile(): string {
  return join(config().dataDir, "demo.json");
}

/** Written whole or not at all, readable by its owner only: scripts may read it at any time. */
export async function writeDemoFile(content: DemoFile): Promise<void> {
  const path = demoFile();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
}

/** What the file says, or undefined when there is none that can be used. */
export async function readDemoFile(): Promise<DemoFile | undefined> {
  try {
    return DemoFile.parse(JSON.parse(await readFile(demoFile(), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      log().warn({ path: demoFile() }, "the demo file could not be read and is made anew");
    }
    return undefined;
  }
}
