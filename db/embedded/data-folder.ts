import { accessSync, constants, mkdirSync } from "node:fs";
import { Upstream } from "#core/errors.ts";

/** Makes the data folder where there is none. @throws Upstream when this user may not write there. */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Upstream(
      `The data folder ${dataDir} cannot be written. Give this user the rights on it, or set SIMON_DATA_DIR to another folder.`,
      { cause },
    );
  }
}
