import type { ServerResponse } from "node:http";
import { type Answer, answerTo, Refusal, type Version } from "./answer.ts";
import type { FaultKind, FaultRule } from "./faults.ts";
import { bodyOf, send } from "./http.ts";
import type { World } from "./world.ts";

const HTML = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>gateway</center></body>
</html>
`;
const LONGEST_SILENCE_MS = 120_000;

/** Those that keep the request from having any effect. */
const BEFORE: ReadonlySet<FaultKind> = new Set([
  "error_500_before",
  "unavailable_503",
  "rate_limited_429",
  "silence_before",
  "reset_before",
  "html_page",
  "token_expired",
]);

export function strikesBefore(fault: FaultRule | null): boolean {
  return fault !== null && BEFORE.has(fault.kind);
}

/**
 * Sends what the fault makes of an answer.
 *
 * @returns the status that the client saw, 0 for none.
 */
export async function sendSpoilt(
  world: World,
  response: ServerResponse,
  fault: FaultRule,
  { answer, version }: { answer: Answer; version: Version },
): Promise<number> {
  const reply = (spoilt: Answer): number => {
    send(response, spoilt, world.clock.nowMs());
    return spoilt.status;
  };
  switch (fault.kind) {
    case "error_500_before":
    case "error_500_after":
      return reply(answerTo(new Refusal(500, "Internal Server Error"), version, false));
    case "unavailable_503":
      return reply({ status: 503 });
    case "rate_limited_429":
      return reply(tooManyRequests(world, 1000));
    case "token_expired":
      return reply({ status: 401 });
    case "html_page":
    case "html_page_after":
      return reply({ status: 502, text: HTML, contentType: "text/html" });
    case "empty_200":
      return reply({ status: 200 });
    case "slow":
      await pause(fault.delayMs ?? 2_000 / world.settings.timeFactor, response);
      return reply(answer);
    case "half_body":
      return sendHalf(world, response, answer);
    case "silence_before":
    case "silence_after":
      await pause(fault.delayMs ?? LONGEST_SILENCE_MS, response);
      response.destroy();
      return 0;
    case "reset_before":
    case "reset_after":
      response.req.socket.resetAndDestroy();
      return 0;
    case "lost_in_queue":
      return reply(answer);
  }
}

export function tooManyRequests({ settings }: World, waitMs: number): Answer {
  const headers = settings.retryAfter
    ? { "Retry-After": String(Math.ceil(waitMs / 1000)) }
    : undefined;
  return {
    status: 429,
    ...(headers ? { headers } : {}),
    ...(settings.quirks ? { json: { message: "Too Many Requests" } } : {}),
  };
}

/** The headers promise all of it; the connection ends in the middle. */
function sendHalf(world: World, response: ServerResponse, answer: Answer): number {
  const { body, contentType } = bodyOf(answer);
  const bytes = Buffer.from(body === "" ? "{}" : body);
  response.sendDate = false;
  response.writeHead(answer.status, {
    Date: new Date(world.clock.nowMs()).toUTCString(),
    ...answer.headers,
    "Content-Type": contentType ?? "application/json",
    "Content-Length": bytes.length,
  });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  return answer.status;
}

/** Ends early when the client has gone. */
function pause(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
