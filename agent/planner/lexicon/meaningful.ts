/**
 * Words that would change a question, which the grammar cannot read: left as they are, so that they are
 * asked about. As a slip of another word they would be lost ("mid September", "doubled").
 */
export const MEANINGFUL: readonly string[] =
  `afterwards deleted erased alternate alternating anymore apiece barely became becomes begin beginning begun began consecutive
  doubling eventually formerly former fully halving hardly initially mainly mid middle mostly originally
  partially partly practically primarily repeatedly scarcely simultaneously started starting stopped stops
  stopping successive tripling unless unlike usually virtually`.split(/\s+/);
