/** What a check found. `advice` says what to do, and stands beside whatever is not `good`. */
export type Finding =
  | { readonly state: "good"; readonly what: string }
  | { readonly state: "notice" | "bad"; readonly what: string; readonly advice: string };

export const good = (what: string): Finding => ({ state: "good", what });
/** Works, and could be better. */
export const notice = (what: string, advice: string): Finding => ({
  state: "notice",
  what,
  advice,
});
/** Does not work. */
export const bad = (what: string, advice: string): Finding => ({ state: "bad", what, advice });
