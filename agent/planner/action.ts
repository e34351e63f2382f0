import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import type { Plan } from "./plan.types.ts";
import type { Reading } from "./read.ts";
import type { TimeContext } from "./time/span.ts";

export interface ActionContext {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
  readonly earlier: Reading | null;
  readonly gazetteer: Gazetteer;
}

export function actionPlan(_question: string, _context: ActionContext): Plan | null {
  return null;
}
