import { join } from "node:path";

export const lockFile = (dataDir: string) => join(dataDir, "embedded.lock");
/** Where the running embedded database wrote `{ pid, socketDir }`. */
export const addressFile = (dataDir: string) => join(dataDir, "embedded.json");
