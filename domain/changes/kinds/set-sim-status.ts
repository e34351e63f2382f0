import { z } from "zod";
import { SimStatus } from "#domain/sims/sim.ts";
import { defineKind } from "../kind.ts";
import { NOT_THERE, presentSims, writeSim } from "../sim-values.ts";

const VERBS = {
  active: { title: (rows: string) => `Activate ${rows}`, audit: "sim.activate" },
  inactive: { title: (rows: string) => `Set ${rows} inactive`, audit: "sim.set_inactive" },
  suspended: { title: (rows: string) => `Suspend ${rows}`, audit: "sim.suspend" },
  deactivated: { title: (rows: string) => `Deactivate ${rows}`, audit: "sim.deactivate" },
} as const;

export const setSimStatus = defineKind({
  tool: "set_sim_status",
  input: z.object({ status: SimStatus }),
  noun: "SIM",
  resourceType: "sim",
  undo: "reverse",
  title: ({ status }, rows) => VERBS[status].title(rows),
  present: presentSims,
  effect: (row, { status }) => {
    if (!row) return { skip: NOT_THERE };
    const { status: now } = row.values;
    if (now === status) return { skip: `already ${status}` };
    if (now === "deactivated" && status !== "active") return { skip: "deactivated, so closed" };
    return { before: { status: now }, after: { status } };
  },
  needs: () => "status",
  operation: ({ target, after }) => ({
    kind: "set",
    iccid: target,
    values: { status: SimStatus.parse(after.status) },
  }),
  apply: (sql, { target, after }, { now }) => writeSim(sql, target, after, now),
  auditAction: ({ after }) => VERBS[SimStatus.parse(after.status)].audit,
});
