import type { ServerContext } from "@modelcontextprotocol/server";
import { log } from "#core/log.ts";
import type { Progress } from "#tools/define.ts";

/** Tells the client how far a call is, where it asked for that. */
export function progressTo({ mcpReq }: ServerContext): ((progress: Progress) => void) | undefined {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return;
  return ({ done, total, message }) => {
    const params = { progressToken, progress: done, ...(total && { total }), message };
    mcpReq
      .notify({ method: "notifications/progress", params })
      .catch((error) => log().debug({ err: error }, "progress could not be told"));
  };
}
