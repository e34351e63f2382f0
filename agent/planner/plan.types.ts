import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { Query } from "#query/query.ts";
import type { Abilities } from "./abilities.ts";

export interface PlanInput {
  readonly question: string;
  /** The earlier questions of the conversation, oldest first. */
  readonly context: readonly string[];
  readonly gazetteer: Gazetteer;
  /** Default: all. */
  readonly abilities?: Abilities | undefined;
  readonly now: Date;
  /** IANA zone in which days begin. */
  readonly zone: string;
}

export type Plan =
  /**
   * `next`: the question of a second step, where `{sim}` stands for the ICCID of the first row. `isLive`: the
   * provider is asked how the one SIM that was found stands now.
   */
  | { kind: "query"; query: Query; assumptions: string[]; next?: string; isLive?: true }
  /** Every option is a whole question that the planner itself can answer. */
  | { kind: "clarify"; question: string; options: string[] }
  | { kind: "refuse"; reason: string; suggestions: string[] }
  /** A change to propose. `targets` lists the rows that it would change; nothing is carried out here. */
  | {
      kind: "action";
      tool: string;
      input: Record<string, unknown>;
      /** None where the change is of no rows: a new rule, a report. */
      targets: Query | never[];
      /** All rows that are meant, where `targets` leaves out those that are so already. */
      meant?: Query;
      summary: string;
      assumptions: string[];
    }
  | { kind: "talk"; text: string; suggestions: string[] };
