import pino from "pino";
import { config } from "./config.ts";
import { logRing } from "./log-ring.ts";
import { processWide } from "./process-state.ts";

/** What developers can look at afterwards, whatever is written out. */
const KEPT_LEVEL = "info";

/** JSON lines on stderr, so that stdout stays for people and for protocols. */
export function log(): pino.Logger {
  return processWide("log", () =>
    pino(
      {
        level: config().logLevel === "debug" ? "debug" : KEPT_LEVEL,
        redact: [
          "password",
          "*.password",
          "apiKey",
          "*.apiKey",
          "authorization",
          "cookie",
          "token",
        ],
      },
      pino.multistream([{ level: KEPT_LEVEL, stream: logRing() }, ...written(config().logLevel)]),
    ),
  );
}

function written(level: string): pino.StreamEntry[] {
  if (level === "silent") return [];
  return [{ level: level as pino.Level, stream: pino.destination({ fd: 2, sync: true }) }];
}
