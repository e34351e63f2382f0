/** What the models are for, how they work and what they cannot, in short; the documents have the figures. */
export const MODEL_CARDS = [
  {
    name: "built-in planner",
    task: "reads a question in English as a query of the catalogue, or asks back",
    method: "gazetteer and chart parse with a coverage gate; no learnt weights",
    limits: "English only; what no rule consumes is asked about, never guessed",
    more: "evals/RESULTS.md",
  },
  {
    name: "usage forecast",
    task: "daily bytes of a SIM or a group for 7 to 90 days, with 80 and 95 % ranges, and the day a quota runs out",
    method:
      "regular devices: weekly profile with a blend of levels and trends judged on their own past; others: the distribution of past days; intervals from past misses, calibrated over the fleet",
    limits: "needs known days; changes that no past day hints at are not foreseen",
    more: "docs/forecast.md",
  },
  {
    name: "anomalies",
    task: "spikes, drops, silences, new patterns, places and devices of a SIM or a cohort",
    method: "median level and week shape, generalised ESD over windows, peaks over threshold",
    limits:
      "says nothing of a device's first 21 days; a level that holds for 22 days becomes the new normal",
    more: "docs/anomalies.md",
  },
  {
    name: "quota advice",
    task: "the plan or package that carries a month's use for the least money",
    method: "simulated months from the forecast against real prices",
    limits: "as good as the prices and the forecast",
    more: "docs/anomalies.md",
  },
] as const;
