import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { defineKind, type Present } from "../kind.ts";
import { NOT_THERE, presentSims, writeSim } from "../sim-values.ts";

const text = z.string().trim().min(1).max(200);
const tags = z.array(text).min(1).max(50);

const Input = z.object({
  label: text.optional().meta({ description: "Device name; for one SIM at a time" }),
  customer: text.nullable().optional().meta({ description: "null takes the customer away" }),
  add_tags: tags.optional(),
  remove_tags: tags.optional(),
});
type Input = z.output<typeof Input>;

/** Name, customer and tags of the device: our own records, of which a provider knows the name only. */
export const updateSim = defineKind({
  tool: "update_sim",
  input: Input,
  noun: "SIM",
  resourceType: "sim",
  undo: "reverse",
  onlyOne: ({ label }) =>
    label === undefined ? null : "label: a device name is for one SIM at a time.",
  title: titleOf,
  present: presentSims,
  effect: (row, input) => {
    if (!row) return { skip: NOT_THERE };
    const after = changed(row, input);
    const fields = Object.keys(after);
    if (fields.length === 0) return { skip: "already so" };
    const before = Object.fromEntries(fields.map((field) => [field, row.values[field]]));
    return { before, after };
  },
  needs: ({ label }) => (label === undefined ? null : "label"),
  operation: ({ target, after }) =>
    "label" in after
      ? { kind: "set", iccid: target, values: { label: z.string().nullable().parse(after.label) } }
      : null,
  apply: (sql, { target, after }, { now }) => writeSim(sql, target, after, now),
  auditAction: () => "sim.update",
});

function titleOf({ label, customer, add_tags, remove_tags }: Input, rows: string): string {
  const parts = [
    label !== undefined && `Rename ${rows} to “${label}”`,
    customer && `Assign ${rows} to ${customer}`,
    customer === null && `Take the customer off ${rows}`,
    add_tags && `Add ${quoted(add_tags)} to ${rows}`,
    remove_tags && `Remove ${quoted(remove_tags)} from ${rows}`,
  ].filter((part) => typeof part === "string");
  const [only, ...others] = parts;
  if (only === undefined) {
    throw new Invalid("Say what to change: label, customer, add_tags or remove_tags.");
  }
  return others.length === 0 ? only : `Change name, customer or tags of ${rows}`;
}

function quoted(names: readonly string[]): string {
  return `${names.length === 1 ? "tag" : "tags"} ${names.join(", ")}`;
}

function changed({ values }: Present, input: Input) {
  const before = values.tags as string[];
  const kept = before.filter((tag) => !input.remove_tags?.includes(tag));
  const after = [...kept, ...(input.add_tags ?? []).filter((tag) => !kept.includes(tag))];
  const isOtherTags = after.length !== before.length || after.some((tag) => !before.includes(tag));
  return {
    ...(input.label !== undefined && input.label !== values.label && { label: input.label }),
    ...(input.customer !== undefined &&
      input.customer !== values.customer && { customer: input.customer }),
    ...(isOtherTags && { tags: after }),
  };
}
