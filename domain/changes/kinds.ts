import { NotFound } from "#core/errors.ts";
import type { ChangeKind } from "./kind.ts";
import { setAlertRuleEnabled } from "./kinds/alert-rules.ts";
import { acknowledgeAlerts, resolveAlerts } from "./kinds/alerts.ts";
import { reviewAnomalies } from "./kinds/anomalies.ts";
import { changeRatePlan } from "./kinds/change-rate-plan.ts";
import { createSim } from "./kinds/create-sim.ts";
import { deleteSim } from "./kinds/delete-sim.ts";
import { pushToProvider } from "./kinds/push-to-provider.ts";
import { refreshUsage } from "./kinds/refresh-usage.ts";
import { resetConnectivity } from "./kinds/reset-connectivity.ts";
import { sendSms } from "./kinds/send-sms.ts";
import { setQuota } from "./kinds/set-quota.ts";
import { setSimStatus } from "./kinds/set-sim-status.ts";
import { setTicketPriority, setTicketStatus } from "./kinds/tickets.ts";
import { topUp } from "./kinds/top-up.ts";
import { topUpPackage } from "./kinds/top-up-package.ts";
import { updateSim } from "./kinds/update-sim.ts";

const KINDS: readonly ChangeKind[] = [
  setSimStatus,
  updateSim,
  changeRatePlan,
  setQuota,
  topUp,
  topUpPackage,
  sendSms,
  resetConnectivity,
  refreshUsage,
  pushToProvider,
  createSim,
  deleteSim,
  acknowledgeAlerts,
  resolveAlerts,
  setTicketStatus,
  setTicketPriority,
  setAlertRuleEnabled,
  reviewAnomalies,
];

const BY_TOOL = new Map(KINDS.map((kind) => [kind.tool, kind]));

/** Undefined for a change set of a version that had other kinds. */
export function findKind(tool: string): ChangeKind | undefined {
  return BY_TOOL.get(tool);
}

/** @throws NotFound */
export function kindOf(tool: string): ChangeKind {
  const kind = findKind(tool);
  if (!kind) throw new NotFound(`This version does not know the change “${tool}”.`);
  return kind;
}
