import type { z } from "zod";
import type { Capability, Operation, Provider } from "#connectors/provider.ts";
import type { Scope } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import type { ChangeItem, ChangePreview, Values } from "./change.ts";

/** A row as it is now. */
export interface Present {
  readonly label: string | null;
  readonly values: Values;
}

/** What a change would do to one row, or why it leaves it alone. */
export type Effect =
  | { readonly before: Values; readonly after: Values }
  | { readonly skip: string };

/** A kind with an input of its own schema. */
export interface Asked {
  readonly kind: ChangeKind;
  readonly input: Record<string, unknown>;
}

export interface Priced {
  readonly costs: ChangePreview["costs"];
  /** Rows that are paid for at a price nobody here knows. */
  readonly unpriced_count?: number;
  readonly notes: string[];
}

export interface Applying<Input> {
  readonly input: Input;
  /** The fleet's now. */
  readonly now: Date;
  /** Who asked for it: e-mail or key name. */
  readonly by: string;
}

export type PlannedItem = Pick<ChangeItem, "target" | "label" | "before" | "after">;

/**
 * One sort of change: what it does to a row, how that is said, and how it is carried out. What is the
 * same for all (targets, approval, order of work, retries, undo, audit) is not its business.
 */
export interface ChangeKind<I extends z.ZodObject = z.ZodObject> {
  /** The tool that proposes it. */
  readonly tool: string;
  /** What to do; to which rows is said apart. */
  readonly input: I;
  readonly noun: ChangePreview["target_noun"];
  /** Nothing about it can harm a device, so that protected SIMs need not be left out. */
  readonly isHarmless?: boolean;
  /** Why the input fits no more than one row, such as a device name; null where it fits any number. */
  onlyOne?(input: z.output<I>): string | null;
  /** In the imperative: "Suspend 42 SIMs". */
  title(input: z.output<I>, rows: string): string;
  /** The rows as they are now, by target. Where `lock` is set, nobody changes them until the transaction ends. */
  present(
    sql: Transaction,
    targets: readonly string[],
    options: { readonly lock: boolean },
  ): Promise<Map<string, Present>>;
  /** @param row Absent where there is no such row. @throws Invalid when the input fits no row at all. */
  effect(row: Present | undefined, input: z.output<I>): Effect;
  /** What it does besides changing values, for the preview: the text of a message. */
  says?(input: z.output<I>): ChangePreview["from_to"];
  /** What it takes to read that, and the words that asked for it. */
  readonly saysNeeds?: Scope;
  price?(sql: Transaction, input: z.output<I>, items: readonly PlannedItem[]): Promise<Priced>;
  /** Whether writing the values from before undoes it; else why there is no undo. */
  readonly undo: "reverse" | { readonly never: string };
  /** It takes the rows away with what is known of them, so that their number has to be typed in, however small. */
  readonly isForGood?: boolean;
  /** What it is instead at a provider that sells or does it in another way. @throws Invalid */
  at?(provider: Provider, input: z.output<I>): Asked;
  /** What the provider has to be able to do; null where only our own records change after all. */
  needs?(input: z.output<I>): Capability | null;
  /** The call to the provider; absent where only our own records change. */
  operation?(item: PlannedItem, input: z.output<I>): Operation | null;
  /** Only the provider knows what came of it, so it is asked once all is done. */
  readonly isReadBack?: boolean;
  /** Our own records, after the provider has done its part. */
  apply(sql: Transaction, item: PlannedItem, applying: Applying<z.output<I>>): Promise<void>;
  /** `sim.suspend`: the verb under which the audit log keeps each row. */
  auditAction(item: PlannedItem): string;
  readonly resourceType: string;
}

/** Whether the provider is asked for any row of it. */
export function asksProvider(kind: ChangeKind, input: Record<string, unknown>): boolean {
  return kind.operation !== undefined && kind.needs?.(input) !== null;
}

/** Declares a kind; the type of its input follows from the schema, and is forgotten outside. */
export function defineKind<I extends z.ZodObject>(kind: ChangeKind<I>): ChangeKind {
  return kind as unknown as ChangeKind; // every input reaches it through its own schema: see `kindOf`
}
