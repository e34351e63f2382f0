import { beforeAll, describe, expect, it } from "vitest";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { namedIn } from "./named.ts";
import { iccidOf, makeSims } from "./testing.ts";

const owner = testActor();
const LABELS = [
  "pump-104",
  "Main gate",
  "all",
  "SIMs in Germany",
  "5G",
  "100MB",
  "twin-7001",
  "twin-7001",
  "Aqua24",
  "IoT-10MB",
  "batch-2026",
  "a.c(1)+",
];

beforeAll(async () => {
  await makeSims(owner, LABELS.length, (index) => ({
    label: LABELS[index],
    ...(index === 0 && { customer: "Aqua24", rate_plan: "IoT-10MB", tags: ["x", "Batch-2026"] }),
  }));
});

async function named(said: string): Promise<(string | undefined)[]> {
  const labels = new Map(LABELS.map((label, index) => [iccidOf(index), label]));
  const iccids = await asActor(owner, (sql) => namedIn(sql, said, labels));
  return iccids.map((iccid) => LABELS[Number(iccid.slice(10))]);
}

describe("a SIM is named", () => {
  it.each([
    ["suspend pump-104", ["pump-104"]],
    ["Suspend PUMP-104, please", ["pump-104"]],
    ["suspend “Main gate” and pump-104", ["pump-104", "Main gate"]],
    ['suspend "main gate"', ["Main gate"]],
    ["suspend a.c(1)+ now", ["a.c(1)+"]],
    [`suspend ${iccidOf(2)}`, ["all"]],
    ["suspend 8988 2806 6600 0000 007", ["twin-7001"]],
    [`suspend ${iccidOf(4)}3`, ["5G"]],
  ])("by %j", async (said, labels) => {
    expect(await named(said)).toEqual(labels);
  });
});

describe("nobody is named", () => {
  it.each([
    "suspend all SIMs in Germany",
    "suspend all 5G SIMs over 100MB",
    "suspend pump-1040 and my-pump-104 and pump-104-b",
    "suspend the Main gate",
    "suspend twin-7001", // there are two
    "suspend “twin-7001”",
    "suspend Aqua24", // the customer
    "suspend everything on IoT-10MB",
    "suspend the batch-2026",
  ])("by %j, whatever a stranger called a device", async (said) => {
    expect(await named(said)).toEqual([]);
  });
});
