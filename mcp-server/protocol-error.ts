import { randomUUID } from "node:crypto";
import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { z } from "zod";
import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";

const Issues = z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })).min(1);

/**
 * A failure as JSON-RPC says it: in a sentence of ours. The SDK would send an issue list of its validator for a request
 * that is not what the protocol says, and the text of whatever else was thrown.
 */
export function toProtocolError(error: unknown, method: string): ProtocolError {
  if (error instanceof SimonError) {
    const isOurs = error.code === "internal" || error.code === "upstream";
    return new ProtocolError(
      isOurs ? ProtocolErrorCode.InternalError : ProtocolErrorCode.InvalidParams,
      error.message,
    );
  }
  const field = badField(error);
  if (field !== null) {
    const sentence = `${field}: this is not what ${method} takes in this version of the protocol.`;
    return new ProtocolError(ProtocolErrorCode.InvalidParams, sentence);
  }
  if (error instanceof ProtocolError) return error;
  const id = randomUUID();
  log().error({ err: error, id, method }, "MCP request failed");
  const sentence = `Something went wrong on our side. Quote ${id} when you ask for help.`;
  return new ProtocolError(ProtocolErrorCode.InternalError, sentence);
}

/** The field that the SDK's validator names first; null where something else failed. */
function badField(error: unknown): string | null {
  const message = error instanceof Error ? error.message : "";
  const start = message.indexOf("[\n");
  if (start < 0) return null;
  const issues = Issues.safeParse(parsed(message.slice(start)));
  return issues.success ? issues.data[0]?.path.join(".") || "params" : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no list of issues after all
  }
}
