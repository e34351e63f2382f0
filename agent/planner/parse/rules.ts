import type { Rule } from "./parts.ts";
import { AVERAGE_RULES } from "./rules-average.ts";
import { CHURN_RULES } from "./rules-churn.ts";
import { EITHER_RULES } from "./rules-either.ts";
import { LASTING_RULES } from "./rules-lasting.ts";
import { LEVEL_RULES } from "./rules-levels.ts";
import { METRIC_RULES } from "./rules-metrics.ts";
import { NAME_RULES } from "./rules-names.ts";
import { ORDER_RULES } from "./rules-order.ts";
import { QUOTA_RULES } from "./rules-quota.ts";

import { ROW_RULES } from "./rules-rows.ts";
import { SHAPE_RULES } from "./rules-shape.ts";

import { TAG_RULES } from "./rules-tags.ts";

import { TEXT_RULES } from "./rules-texts.ts";

import { TIME_RULES } from "./rules-time.ts";
import { USAGE_RULES } from "./rules-usage.ts";
import { VALUE_RULES } from "./rules-values.ts";

/** General compositions; the words are data of the lexicon. Their order does not matter. */
export const RULES: readonly Rule[] = [
  ...VALUE_RULES,
  ...LEVEL_RULES,
  ...EITHER_RULES,
  ...CHURN_RULES,
  ...TAG_RULES,
  ...QUOTA_RULES,
  ...AVERAGE_RULES,
  ...METRIC_RULES,
  ...ROW_RULES,
  ...TIME_RULES,
  ...LASTING_RULES,
  ...SHAPE_RULES,
  ...NAME_RULES,
  ...TEXT_RULES,
  ...ORDER_RULES,
  ...USAGE_RULES,
];
