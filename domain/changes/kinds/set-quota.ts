import { z } from "zod";
import { formatBytes } from "#core/bytes.ts";
import { defineKind } from "../kind.ts";
import { NOT_THERE, presentSims, writeSim } from "../sim-values.ts";
import { FIELD_OF_QUOTA, QuotaType } from "./quota-type.ts";

export const setQuota = defineKind({
  tool: "set_quota",
  input: z.object({
    type: QuotaType,
    total: z
      .int()
      .min(0)
      .max(2 ** 50)
      .meta({ description: "Bytes for data, messages for sms" }),
  }),
  noun: "SIM",
  resourceType: "sim",
  undo: "reverse",
  title: ({ type, total }, rows) =>
    `Set the ${type === "data" ? "data" : "SMS"} quota of ${rows} to ${type === "data" ? formatBytes(total) : `${total} messages`}`,
  present: presentSims,
  effect: (row, { type, total }) => {
    if (!row) return { skip: NOT_THERE };
    const field = FIELD_OF_QUOTA[type];
    if (row.values[field] === total) return { skip: "has this quota already" };
    return { before: { [field]: row.values[field] }, after: { [field]: total } };
  },
  needs: () => "set_quota",
  operation: ({ target, after }) => ({
    kind: "set",
    iccid: target,
    values: z
      .object({ data_total: z.number().nullable(), sms_total: z.number().nullable() })
      .partial()
      .parse(after),
  }),
  apply: (sql, { target, after }, { now }) => writeSim(sql, target, after, now),
  auditAction: () => "sim.set_quota",
});
