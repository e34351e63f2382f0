import { expect, it } from "vitest";
import { devicesOf } from "./devices-of.ts";

it("a device's name stands for the tag that its SIMs carry and others do not", () => {
  const stems = [
    { stem: "soil sensor ", tag: "sensor", sims: 120, of_sims: 120, carriers: 121 },
    { stem: "soil sensor ", tag: "pilot", sims: 12, of_sims: 120, carriers: 90 },
    { stem: "spare ", tag: "spare", sims: 3, of_sims: 50, carriers: 3 },
  ];
  expect(devicesOf(stems)).toEqual([{ name: "soil sensor", tag: "sensor" }]);
});
