import { Readable } from "node:stream";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { importFile } from "#domain/imports/import-file.ts";
import { createSim } from "#domain/sims/testing.ts";
import { forgetGazetteer, loadGazetteer } from "./load-gazetteer.ts";

const ours = testActor();
const theirs = testActor();
const NOW = new Date("2026-10-21T09:30:00Z");
let serial = 0;

function addSim(actor: typeof ours, label: string, customer: string, tags: string[]) {
  const iccid = `89882806660003${String(serial++).padStart(5, "0")}`;
  return createSim(actor, { iccid, label, customer, tags, status: "active" }, NOW);
}

beforeAll(async () => {
  for (const at of ["0001", "0002", "0003"])
    await addSim(ours, `Bike-Lock-${at}`, "CityBikes", ["lock"]);
  await addSim(ours, "Bike-Lock-0004", "CityBikes", ["lock", "pilot"]);
  await addSim(ours, "gateway", "Alpine Lifts", ["pilot"]);
  await asActor(ours, (sql) =>
    recordAudit(sql, ours, {
      action: "sim.suspend",
      resourceType: "sim",
      resourceId: "1",
      changes: {},
    }),
  );
  await addSim(theirs, "secret-probe-7", "Rival", ["hidden"]);
});
afterEach(() => {
  vi.restoreAllMocks();
  forgetGazetteer(ours);
});

describe("the names of an organisation", () => {
  it("are those of its own data, each once and in order, and no other's", async () => {
    const names = await loadGazetteer(ours);
    expect(names).toMatchObject({
      organizationName: ours.organizationName,
      customers: ["Alpine Lifts", "CityBikes"],
      tags: ["lock", "pilot"],
      labels: ["Bike-Lock-0001", "Bike-Lock-0002", "Bike-Lock-0003", "Bike-Lock-0004", "gateway"],
      operators: [],
      countries: [],
    });
    expect(names.actors).toEqual([ours.name]);
    expect(JSON.stringify(names)).not.toMatch(/Rival|hidden|secret/);
  });

  it("hold the shapes of device names, the usual first, and what a device's tag is", async () => {
    const { labelShapes, devices } = await loadGazetteer(ours);
    expect(labelShapes).toEqual(["bike-lock-9999", "gateway"]);
    expect(devices).toEqual([{ name: "bike lock", tag: "lock" }]);
  });

  it("are the same object until they are read anew", async () => {
    const before = await loadGazetteer(ours);
    expect(await loadGazetteer(systemActor({ id: ours.organizationId, name: "x" }))).toBe(before);
    await addSim(ours, "probe", "Newcomer", []);
    expect((await loadGazetteer(ours)).customers).not.toContain("Newcomer");
    forgetGazetteer(ours);
    expect((await loadGazetteer(ours)).customers).toContain("Newcomer");
  });

  it("are read anew after half a minute, and stay the same object where they are the same", async () => {
    const before = await loadGazetteer(ours);
    const start = performance.now();
    const clock = vi.spyOn(performance, "now").mockReturnValue(start + 31_000);
    expect(await loadGazetteer(ours)).toBe(before);
    await addSim(ours, "probe-2", "Latest", []);
    clock.mockReturnValue(start + 62_000);
    await vi.waitFor(async () => {
      expect((await loadGazetteer(ours)).customers).toContain("Latest");
    });
  });

  it("know what was just loaded from a file", async () => {
    await loadGazetteer(ours);
    const csv = "iccid,label,customer\n8988280666000399999,probe-3,Loaded Ltd\n";
    const stream = Readable.from([Buffer.from(csv)]);
    await importFile(ours, { kind: "sims", fileName: "sims.csv", stream });
    expect((await loadGazetteer(ours)).customers).toContain("Loaded Ltd");
  });

  it("of a fleet without data are empty lists", async () => {
    const nobody = testActor();
    const { organizationName, ...lists } = await loadGazetteer(nobody);
    expect(organizationName).toBe(nobody.organizationName);
    for (const list of Object.values(lists)) expect(list).toEqual([]);
  });
});
