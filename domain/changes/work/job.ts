import type { Operation, Provider } from "#connectors/provider.ts";
import type { Actor, SystemActor } from "#core/actor.ts";
import type { ChangeKind, PlannedItem } from "../kind.ts";
import type { Timing } from "./timing.ts";

/** The work on one change by one worker. */
export interface Job {
  readonly actor: SystemActor;
  readonly changeId: string;
  readonly kind: ChangeKind;
  readonly input: Record<string, unknown>;
  /** Who asked for it, as the audit log names them. */
  readonly askedBy: { readonly name: string; readonly channel: Actor["channel"] };
  readonly undoOf: string | null;
  readonly provider: Provider;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

export function operationOf({ kind, input }: Job, item: PlannedItem): Operation | null {
  return kind.operation?.(item, input) ?? null;
}
