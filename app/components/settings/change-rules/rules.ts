/** From when on a change needs more than one click. */
export interface ChangeRules {
  readonly type_count_over: number;
  /** Null for never. */
  readonly two_people_over: number | null;
  readonly two_people_over_amount: number | null;
  readonly expires_after_minutes: number;
  readonly protected_tags: readonly string[];
  readonly protected_iccids: readonly string[];
}

export const RULES_PATH = "/api/change-rules";

export interface NumberRule {
  readonly key: Exclude<keyof ChangeRules, "protected_tags" | "protected_iccids">;
  readonly label: string;
  readonly unit: string;
  readonly hint: string;
  readonly min: number;
  /** Whether an empty field means never. */
  readonly isOptional: boolean;
}

export const NUMBER_RULES: readonly NumberRule[] = [
  {
    key: "type_count_over",
    label: "Typed confirmation above",
    unit: "SIMs",
    hint: "A change of more SIMs than this is approved by typing their number.",
    min: 0,
    isOptional: false,
  },
  {
    key: "two_people_over",
    label: "Two people above",
    unit: "SIMs",
    hint: "A change of more SIMs than this needs two people, one of them an owner. Empty: never.",
    min: 0,
    isOptional: true,
  },
  {
    key: "two_people_over_amount",
    label: "Two people above a cost of",
    unit: "in its currency",
    hint: "A change that costs more than this, or an amount that is not known, needs two people, one of them an owner. Messages count by their number only. Empty: never.",
    min: 0,
    isOptional: true,
  },
  {
    key: "expires_after_minutes",
    label: "Approvals expire after",
    unit: "minutes",
    hint: "Nobody can approve a proposal later than this: the fleet may have moved on.",
    min: 1,
    isOptional: false,
  },
];
