import { Invalid } from "#core/errors.ts";
import type { Random } from "./random.ts";

/**
 * What can go wrong. `…_after` and the spoilt answers come when the effect has been done; the others
 * leave everything as it was. `lost_in_queue`: accepted, and never carried out.
 */
export const FAULT_KINDS = [
  "error_500_before",
  "error_500_after",
  "unavailable_503",
  "rate_limited_429",
  "silence_before",
  "silence_after",
  "reset_before",
  "reset_after",
  "half_body",
  "html_page",
  "html_page_after",
  "empty_200",
  "slow",
  "token_expired",
  "lost_in_queue",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultRule {
  readonly kind: FaultKind;
  /** Below the base URL, `*` for any part: `/v2/sims/*`. Default: every path. */
  readonly path?: string;
  readonly method?: string;
  /** From 0 to 1. Default: 1. */
  readonly probability?: number;
  /** How often it strikes before it is gone. Default: for ever. */
  readonly times?: number;
  /** Matching calls that are let pass first. Default: none. */
  readonly after?: number;
  /** How long a slow answer takes, or silence lasts. */
  readonly delayMs?: number;
}

export interface ActiveFault extends FaultRule {
  readonly id: number;
  readonly struck: number;
}

export interface Faults {
  add(rule: FaultRule): number;
  list(): readonly ActiveFault[];
  remove(id: number): void;
  clear(): void;
  /** The fault of this call, if one strikes; the first rule that does. */
  draw(method: string, path: string): FaultRule | null;
}

export function faultsOf(random: Random): Faults {
  let rules: (FaultRule & { id: number; struck: number; passed: number; pattern: RegExp })[] = [];
  let lastId = 0;
  return {
    add: (rule) => {
      if (!FAULT_KINDS.includes(rule.kind)) {
        throw new Invalid(`There is no fault "${rule.kind}". There are ${FAULT_KINDS.join(", ")}.`);
      }
      lastId++;
      rules.push({ ...rule, id: lastId, struck: 0, passed: 0, pattern: patternOf(rule.path) });
      return lastId;
    },
    list: () => rules.map(({ pattern: _, passed: __, ...rule }) => rule),
    remove: (id) => {
      rules = rules.filter((rule) => rule.id !== id);
    },
    clear: () => {
      rules = [];
    },
    draw: (method, path) => {
      for (const rule of rules) {
        if (rule.method && rule.method.toUpperCase() !== method) continue;
        if (!rule.pattern.test(path)) continue;
        if (rule.struck >= (rule.times ?? Number.POSITIVE_INFINITY)) continue;
        if (rule.passed++ < (rule.after ?? 0)) continue;
        if (rule.probability !== undefined && random() >= rule.probability) continue;
        rule.struck++;
        return rule;
      }
      return null;
    },
  };
}

function patternOf(path: string | undefined): RegExp {
  if (path === undefined) return /^/;
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${escaped}$`);
}
