import { SCOPE_WORDS } from "#app/lib/scope-words.ts";
import type { Scope } from "#core/actor.ts";

interface ScopeBoxesProps {
  readonly scopes: readonly Scope[];
  readonly chosen: readonly Scope[];
  readonly onToggle: (scope: Scope) => void;
}

/** A box to tick for each permission, in words. */
export function ScopeBoxes({ scopes, chosen, onToggle }: ScopeBoxesProps) {
  return scopes.map((scope) => (
    <label key={scope} className="flex min-h-8 items-center gap-2">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={chosen.includes(scope)}
        onChange={() => onToggle(scope)}
      />
      {SCOPE_WORDS[scope]}
    </label>
  ));
}
