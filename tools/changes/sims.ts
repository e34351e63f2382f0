import { simChange } from "./define-change.ts";

export const setSimStatus = simChange({
  name: "set_sim_status",
  title: "Activate, suspend or deactivate SIMs",
  description:
    "Sets the status of SIMs: active, inactive, suspended (can be lifted) or deactivated (for good).",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims/status" },
  aliases: [{ method: "PUT", path: "/api/v1/sims/{iccid}/status" }],
});

export const updateSim = simChange({
  name: "update_sim",
  title: "Name, assign or tag SIMs",
  description: "Changes the device name, the customer or the tags of SIMs.",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims/update" },
  aliases: [{ method: "PATCH", path: "/api/v1/sims/{iccid}" }],
});

export const changeRatePlan = simChange({
  name: "change_rate_plan",
  title: "Move SIMs to another rate plan",
  description:
    "Moves SIMs to another rate plan; the preview says what it costs more or less a month.",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims/rate-plan" },
});

export const setQuota = simChange({
  name: "set_quota",
  title: "Set the quota of SIMs",
  description: "Sets the total quota of each SIM, in bytes for data and in messages for SMS.",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims/quota" },
});

export const topUp = simChange({
  name: "top_up",
  title: "Top up SIMs",
  description:
    "Buys volume for each SIM on top of its quota. It spends money, which the preview shows, and cannot be undone.",
  effect: "destructive",
  route: { method: "POST", path: "/api/v1/sims/top-up" },
  aliases: [{ method: "POST", path: "/api/v1/sims/{iccid}/top-up" }],
});

export const sendSms = simChange({
  name: "send_sms",
  title: "Send an SMS to SIMs",
  description: "Sends one text to each device. It cannot be taken back.",
  effect: "destructive",
  route: { method: "POST", path: "/api/v1/sims/sms" },
  aliases: [{ method: "POST", path: "/api/v1/sims/{iccid}/sms" }],
});

export const resetConnectivity = simChange({
  name: "reset_connectivity",
  title: "Reset the connection of SIMs",
  description: "Cuts the data session of each SIM, so that the device connects anew.",
  effect: "destructive",
  route: { method: "POST", path: "/api/v1/sims/reset" },
  aliases: [{ method: "POST", path: "/api/v1/sims/{iccid}/reset" }],
});

export const refreshUsage = simChange({
  name: "refresh_usage",
  title: "Fetch the newest usage of SIMs",
  description: "Asks the provider for the newest usage and quota of SIMs.",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims/refresh-usage" },
});

export const deleteSim = simChange({
  name: "delete_sim",
  title: "Remove SIMs",
  description:
    "Takes SIMs with their usage, messages and events out of the fleet, for good. Tickets and audit rows stay.",
  effect: "destructive",
  route: { method: "POST", path: "/api/v1/sims/delete" },
  aliases: [{ method: "DELETE", path: "/api/v1/sims/{iccid}" }],
});
