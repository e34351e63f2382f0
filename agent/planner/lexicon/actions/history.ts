import type { Change } from "./change.ts";

const POINTER =
  "(?: (?:that|this|it|them|those|all|of|everything|the|my|our|your|last|latest|previous|recent|one|change|changes|action|actions|thing|step|again|what|you|i|we|just|did|have|done))*";

const EFFECT =
  "(?:suspensions?|(?:re-?|de-?)?activations?|top-?ups?|changes?|renaming|tagging|tags?|transfers?|assignments?|resets?|acknowledgements?|deletions?)";

/** Going back to how it was before the last change; which other one, somebody has to say. */
export const HISTORY_CHANGES: readonly Change[] = [
  {
    tool: "undo_change",
    target: "none",
    input: {},
    does: "Undo the last change",
    patterns: [
      new RegExp(
        `^(?:undo|un-do|revert|reverse|roll ?back|take back)(?<object>${POINTER})(?:,? (?:it|that|this)(?: was|'s) .*)?$`,
        "is",
      ),
      new RegExp(
        `^(?:take|roll|put|turn|set)(?<object>${POINTER}) back(?: (?:again|to how it was|as it was|as before|how it was|the way it was))?$`,
        "is",
      ),
    ],
  },
  {
    tool: "undo_change",
    target: "none",
    input: {},
    does: "Undo a change",
    needs: "change",
    patterns: [
      new RegExp(
        `^(?:undo|un-do|revert|reverse|roll ?back)(?<object>(?: (?:the|that|this|my|our|last|latest))* (?:\\w+ )?${EFFECT}\\b.*)$`,
        "is",
      ),
    ],
  },
];
