import type { Reply } from "./ask.ts";
import type { Case } from "./cases.ts";
import { same } from "./compare/values.ts";
import type { Row } from "./gold.ts";

/** Tools have names of their own; these words tell what family one is of. The first that fits counts. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ["ticket", /ticket/],
  ["alert rule", /rule/],
  ["alert", /\back\b|acknowledge|alert/],
  ["sms", /\bsms\b|message/],
  ["tag", /\btags?\b/],
  ["plan", /\bplans?\b|tariff/],
  ["quota", /top ?up|quota/],
  ["reset", /\breset|reconnect/],
  ["status", /status|suspend|activate|\bblock/],
];

/** Why a proposed change is not the gold's; empty when it is. */
export function faultsOfAction(
  asked: Pick<Case, "tool" | "arguments">,
  action: Reply["action"],
  gold: readonly Row[],
): string[] {
  if (!action) return ["no action is proposed"];
  const wanted = new Set(gold.map((row) => String(row.id ?? row.iccid ?? Object.values(row)[0])));
  const got = new Set(action.targets);
  const missing = [...wanted].filter((id) => !got.has(id)).length;
  const extra = [...got].filter((id) => !wanted.has(id)).length;
  const lost = Object.entries(asked.arguments ?? {}).filter(
    ([name, value]) => !hasArgument(action.input, name, value),
  );
  const faults: string[] = [];
  const [expected, proposed] = [familyOf(asked.tool ?? ""), familyOf(action.tool)];
  if (expected && proposed && expected !== proposed)
    faults.push(`${action.tool} does not ${asked.tool}`);
  if (lost.length > 0)
    faults.push(`arguments ${JSON.stringify(lost)} are not in ${JSON.stringify(action.input)}`);
  if (missing > 0) faults.push(`${missing} of ${wanted.size} targets are missing`);
  if (extra > 0) faults.push(`${extra} targets too many`);
  if (got.size !== action.targets.length) faults.push("a target stands twice");
  if (action.target_count !== action.targets.length)
    faults.push(`${action.target_count} targets are counted, ${action.targets.length} listed`);
  return faults;
}

function familyOf(tool: string): string | undefined {
  const words = tool.toLowerCase().replaceAll("_", " ");
  return FAMILIES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Under its own name the value must be the gold's; under another it may be anywhere. */
function hasArgument(input: unknown, name: string, value: unknown): boolean {
  const leaves = leavesOf(input);
  const own = leaves.filter(([key]) => key === name);
  return (own.length > 0 ? own : leaves).some(([, found]) => isSameArgument(value, found));
}

function isSameArgument(wanted: unknown, found: unknown): boolean {
  if (typeof wanted === "object" && wanted !== null)
    return JSON.stringify(wanted) === JSON.stringify(found);
  return typeof wanted === "boolean" ? wanted === found : same(wanted, found);
}

function leavesOf(value: unknown, key = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[key, value]];
  const inside = Object.entries(value).flatMap(([name, each]) =>
    leavesOf(each, Array.isArray(value) ? key : name),
  );
  return [[key, value], ...inside];
}
