import { expect, it } from "vitest";
import { DAY_MS } from "./calendar.ts";
import { defineFleet } from "./fleet.ts";
import { earlierHistory, historyOf } from "./history.ts";
import { simAt } from "./sims.ts";
import { readVocabulary } from "./vocabulary.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const fleet = defineFleet({
  vocabulary: await readVocabulary(),
  organizationName: "Sample",
  seed: 7,
  sims: 120,
  days: 60,
  now: NOW,
});

it("a history that is cut at an earlier moment is the one that would have been made then", () => {
  for (let index = 0; index < fleet.sims; index++) {
    const sim = simAt(fleet, index);
    const later = historyOf(fleet, sim, NOW.getTime());
    for (const ago of [0.1, 1, 9.3]) {
      const atMs = NOW.getTime() - ago * DAY_MS;
      const { totalOn: _cut, ...cut } = earlierHistory(fleet, later, atMs);
      const { totalOn: _made, ...made } = historyOf(fleet, sim, atMs);
      expect(cut, `SIM ${index}, ${ago} days ago`).toEqual(made);
    }
  }
});
