import { ICCID, member, oneOf } from "./members.ts";
import type { ViewDefinition } from "./types.ts";

export const simUsage: ViewDefinition = {
  description:
    "Raw usage records; use it for hours, direction with network, or the country and operator where the data was used",
  noun: ["usage record", "usage records"],
  key: ["iccid", "timestamp", "direction"],
  time: "timestamp",
  scope: "sims:read",
  defaultColumns: [
    "sim_usage.iccid",
    "sims.label",
    "sim_usage.timestamp",
    "sim_usage.volume",
    "sim_usage.direction",
    "sim_usage.operator",
    "sim_usage.country",
  ],
  members: {
    iccid: ICCID,
    timestamp: member("timestamp", "Time", "", { required: true }),
    volume: member("bytes", "Data", "bytes of the record"),
    direction: oneOf("Direction", ["upload", "download"]),
    operator: member("text", "Operator", "network that carried it"),
    country: member("text", "Country", "where it was used, ISO code"),
  },
};

export const simUsageDaily: ViewDefinition = {
  description: "Usage per SIM and UTC day; days without records have no row",
  noun: ["day of usage", "days of usage"],
  key: ["iccid", "day"],
  time: "day",
  scope: "sims:read",
  defaultColumns: [
    "sim_usage_daily.iccid",
    "sims.label",
    "sim_usage_daily.day",
    "sim_usage_daily.total_volume",
    "sim_usage_daily.upload_volume",
    "sim_usage_daily.download_volume",
  ],
  members: {
    iccid: ICCID,
    day: member("day", "Day", "UTC", { required: true }),
    total_volume: member("bytes", "Data", "upload and download", { required: true }),
    upload_volume: member("bytes", "Upload", "from the device", { required: true }),
    download_volume: member("bytes", "Download", "to the device", { required: true }),
    event_count: member("number", "Records", "usage records of the day"),
  },
};
