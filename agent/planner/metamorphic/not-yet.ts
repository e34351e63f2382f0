/** Pairs that the planner does not hold yet, and why. A pair that holds again must leave this list. */
export const NOT_YET: ReadonlyMap<string, string> = new Map([
  ["how many SIMs are on the network A1 AT", "“on the network” is taken for being connected"],
  [
    "MediFridge SIMs with open critical alerts → only the low ones",
    "asks back: the value is one of the related alerts",
  ],
]);
