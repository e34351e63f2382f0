import { ProviderError } from "../../provider.ts";

/** A read that got lost leaves nothing open. */
export function asNothingDone(error: unknown): never {
  if (error instanceof ProviderError && error.kind === "lost") {
    throw new ProviderError("busy", error.message, { cause: error });
  }
  throw error;
}
