import { expect, it } from "vitest";
import type { Column } from "#query/answer.ts";
import { columnOrder } from "./column-order.ts";

const column = (name: string, rest: Partial<Column> = {}): Column => ({
  name,
  label: name,
  kind: "text",
  isMeasure: false,
  ...rest,
});
const order = (columns: readonly Column[]) => columnOrder(columns).map(({ name }) => name);

it("what answers the question stands beside the name: a measure, else what the rows were narrowed or sorted by", () => {
  const sim = [column("iccid"), column("label"), column("status")];
  const runsOut = column("exhaustion_date", { kind: "day", isAsked: true });
  const used = column("used", { kind: "bytes", isMeasure: true });
  expect(order(sim)).toEqual(["iccid", "label", "status"]);
  expect(order([...sim, runsOut])).toEqual(["iccid", "exhaustion_date", "label", "status"]);
  expect(order([...sim, runsOut, used])).toEqual([
    "iccid",
    "used",
    "label",
    "status",
    "exhaustion_date",
  ]);
  expect(order([{ ...sim[0], isAsked: true } as Column, ...sim.slice(1)])).toEqual([
    "iccid",
    "label",
    "status",
  ]);
});
