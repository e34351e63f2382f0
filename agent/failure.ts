import { randomUUID } from "node:crypto";
import {
  AISDKError,
  APICallError,
  InvalidToolInputError,
  LoadAPIKeyError,
  NoSuchToolError,
  RetryError,
} from "ai";
import { config } from "#core/config.ts";
import { Internal, SimonError, Upstream } from "#core/errors.ts";
import { log } from "#core/log.ts";

/**
 * What a person may read of a failed turn: a sentence of ours. The provider's own text goes to the log
 * only. Trying again helps where it is an `Upstream`.
 */
export function explainFailure(error: unknown): SimonError {
  const known = explainKnown(RetryError.isInstance(error) ? error.lastError : error);
  if (known) {
    if (!(error instanceof SimonError))
      log().warn({ err: error, told: known.message }, "model failed");
    return known;
  }
  const id = randomUUID();
  log().error({ err: AISDKError.isInstance(error) ? essence(error) : error, id }, "a turn failed");
  return new Internal(`Something went wrong on our side. Quote ${id} when you ask for help.`, {
    cause: error,
    details: { id },
  });
}

/** The SDK's error carries the whole conversation, which is nothing for a log. */
function essence(error: unknown) {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (!(last instanceof Error)) return {};
  const status = APICallError.isInstance(last) ? last.statusCode : undefined;
  return { name: last.name, reason: last.message.slice(0, 500), status };
}

export function timedOut(cause?: unknown): Upstream {
  const seconds = Math.round(config().model.timeoutMs / 1000);
  return new Upstream(
    `The language model took longer than ${seconds} s and was stopped. Your question is kept: try again.`,
    { cause },
  );
}

function explainKnown(error: unknown): SimonError | null {
  if (error instanceof SimonError) return error;
  if (error instanceof Error && error.name === "TimeoutError") return timedOut(error);
  const say = (sentence: string) => new Upstream(sentence, { cause: error });
  if (APICallError.isInstance(error)) return say(ofStatus(error.statusCode));
  if (LoadAPIKeyError.isInstance(error)) return say(REFUSED);
  if (InvalidToolInputError.isInstance(error) || NoSuchToolError.isInstance(error)) {
    return say("The language model asked for this in a form that does not exist.");
  }
  if (AISDKError.isInstance(error)) {
    return say(
      "The language model sent something that could not be read. Your question is kept: try again.",
    );
  }
  return null;
}

const REFUSED =
  "The language model refused our key. Whoever runs Simon must check the key and SIMON_MODEL.";

function ofStatus(status: number | undefined): string {
  if (status === undefined) {
    return "The language model cannot be reached. Your question is kept: try again in a moment.";
  }
  if (status === 200) {
    return "The language model broke off in the middle. Your question is kept: try again.";
  }
  if (status === 401 || status === 403) return REFUSED;
  if (status === 404) {
    return "The language model that SIMON_MODEL names does not exist there. Whoever runs Simon must check it.";
  }
  if (status === 408 || status === 504) {
    return "The language model took too long. Your question is kept: try again in a moment.";
  }
  if (status === 413)
    return "This conversation is too long for the language model. Start a new one.";
  if (status === 429) {
    return "The language model is busy, or its quota is used up. Your question is kept: try again in a minute.";
  }
  return "The language model failed. Your question is kept: try again in a moment.";
}
