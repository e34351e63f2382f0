import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { formatBytes } from "#core/bytes.ts";
import { config } from "#core/config.ts";
import { bad, type Finding, good, notice } from "./finding.ts";

const NODE_MAJOR = 24;
const LITTLE_SPACE_BYTES = 2 * 1024 ** 3;

export function checkMachine(): Finding[] {
  return [checkNode(), checkDataFolder(), checkSpace()];
}

function checkNode(): Finding {
  const { node } = process.versions;
  if (Number(node.split(".")[0]) >= NODE_MAJOR) return good(`Node ${node}`);
  return bad(
    `Node ${node} is too old: Simon runs on ${NODE_MAJOR}.`,
    "Run it by its npm scripts, which use the Node that `npm install` puts beside it.",
  );
}

function checkDataFolder(): Finding {
  const { dataDir } = config();
  const folder = nearest(dataDir);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return bad(
      `The data folder ${dataDir} cannot be written.`,
      `Give this user the rights on ${folder}, or set SIMON_DATA_DIR to another folder.`,
    );
  }
  return good(`Data folder ${dataDir}${folder === dataDir ? "" : " (made at the first start)"}`);
}

function checkSpace(): Finding {
  const { bavail, bsize } = statfsSync(nearest(config().dataDir));
  const free = `${formatBytes(bavail * bsize)} free on its disk`;
  if (bavail * bsize >= LITTLE_SPACE_BYTES) return good(free);
  return notice(`Only ${free}`, "Make room: a database that cannot write stops.");
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}
