export const SIM_STATUSES = ["active", "inactive", "suspended", "deactivated"] as const;

export const RATS = ["2G", "3G", "LTE", "LTE-M", "NB-IoT", "5G"] as const;
