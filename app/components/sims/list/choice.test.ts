import { expect, test } from "vitest";
import { choicesIn, isAny } from "#app/lib/address.ts";
import { ANY, filtersOf } from "./choice.ts";
import { columnsIn, toggled } from "./columns.ts";

const NOW = new Date("2026-10-21T09:47:13Z");
const asked = (query: string) => {
  const filters = filtersOf(choicesIn(new URLSearchParams(query), ANY), NOW);
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
};

test("an address becomes what our API is asked", () => {
  expect(asked("customer=Acme&without=country&columns=status")).toEqual({
    customer: "Acme",
    without: "country",
  });
  expect(asked("seen=24h")).toEqual({ seen_since: "2026-10-20T09:00:00.000Z" });
  expect(asked("seen=not-7d")).toEqual({ not_seen_since: "2026-10-14" });
  expect(asked("seen=yesterday")).toEqual({});
  expect(asked("seen=not-999999999999d")).toEqual({});
  expect(asked("activated_to=2026-99-99")).toEqual({ activated_before: "2026-99-99" });
  expect(asked("activated_from=2026-10-01&activated_to=2026-10-31")).toEqual({
    activated_since: "2026-10-01",
    activated_before: "2026-11-01",
  });
  expect(isAny(choicesIn(new URLSearchParams("columns=status"), ANY))).toBe(true);
  expect(isAny({ ...ANY, tag: "meter" })).toBe(false);
});

test("columns keep their order, and none is a choice too", () => {
  expect(columnsIn("tags,status,nonsense")).toEqual(["status", "tags"]);
  expect(columnsIn("")).toContain("last_seen_at");
  expect(toggled(["status", "tags"], "customer")).toBe("status,customer,tags");
  expect(columnsIn(toggled(["status"], "status"))).toEqual([]);
});
