import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { Query } from "#query/query.ts";
import type { Abilities } from "./abilities.ts";
import type { Subject } from "./analysis/subject.ts";

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
  /** Where analyses are shown: elsewhere their questions are answered from the tables of their results. */
  readonly showsAnalyses?: boolean | undefined;
  /** Whether what is written in SQL may be run. */
  readonly runsSql?: boolean | undefined;
  /** The anomalies that were shown last, as a review names them. */
  readonly anomalies?: readonly ShownAnomaly[] | undefined;
  /** The advice on one SIM that was shown last. */
  readonly advice?: ShownAdvice | undefined;
  /** What "the first one" and "it" may mean to an analysis or a change. */
  readonly sims?: ShownSims | undefined;
  /** The change that was proposed last in the conversation, where it is kept. */
  readonly proposal?: ShownProposal | undefined;
  /** How often what was asked has been put in other words already. */
  readonly rewordings?: number;
}

export interface ShownSims {
  /** ICCIDs of the list that was shown last, in its order; none where its rows are of something else. */
  readonly listed: readonly string[];
  /** The one SIM that was spoken of since. */
  readonly one: string | undefined;
}

export interface ShownProposal {
  readonly id: string;
  /** Nothing else was answered since. */
  readonly isLast: boolean;
}

export interface ShownAnomaly {
  readonly ref: string;
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export interface ShownAdvice {
  readonly iccid: string;
  readonly name: string;
  readonly type: "upgrade" | "downgrade" | "maintain" | "top_up";
  readonly plan: string;
  /** What a top-up amounts to. */
  readonly packages: number;
  readonly bytes: number;
}

export type AnalysisTool =
  | "forecast_usage"
  | "detect_anomalies"
  | "list_anomalies"
  | "recommend_quota"
  | "pool_quotas";

/** Tools that say how things stand, and one that runs what was written for it. */
export type StandingTool =
  | "fleet_overview"
  | "sync_status"
  | "list_drift"
  | "list_changes"
  | "get_change"
  | "get_sim"
  | "run_sql";

export type Plan =
  /**
   * `next`: the question of a second step, where `{sim}` stands for the ICCID of the first row. `isLive`: the
   * provider is asked how the one SIM that was found stands now.
   */
  | { kind: "query"; query: Query; assumptions: string[]; next?: string; isLive?: true }
  /** A tool's own answer; `query` finds the one SIM that it is of, where only its name is known. */
  | {
      kind: "analysis";
      subject: Subject;
      tool: AnalysisTool | StandingTool;
      input: Record<string, unknown>;
      query?: Query;
      assumptions?: string[];
      /** A second tool for the same SIM: what else may be the matter with it. */
      also?: StandingTool;
      /** What of the answer was asked for, where not all of it. */
      about?: "run_out" | "accuracy" | "cost";
    }
  /** Every option is a whole question that the planner itself can answer. */
  | { kind: "clarify"; question: string; options: string[] }
  | { kind: "refuse"; reason: string; suggestions: string[] }
  /** A change to propose. `targets` lists the rows that it would change; nothing is carried out here. */
  | {
      kind: "action";
      tool: string;
      input: Record<string, unknown>;
      /** Those that were shown, by name; none where the change is of no rows: a new rule, a report. */
      targets: Query | readonly string[];
      /** All rows that are meant, where `targets` leaves out those that are so already. */
      meant?: Query;
      summary: string;
      assumptions: string[];
    }
  | { kind: "talk"; text: string; suggestions: string[] };
