import pino from "pino";
import { config } from "./config.ts";
import { processWide } from "./process-state.ts";

/** JSON lines on stderr, so that stdout stays for people and for protocols. */
export function log(): pino.Logger {
  return processWide("log", () =>
    pino(
      {
        level: config().logLevel,
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
      pino.destination({ fd: 2, sync: true }),
    ),
  );
}
