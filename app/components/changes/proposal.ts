import type { ChangePreview } from "#domain/changes/change.ts";

/** What the server answers to an effect: nothing is done until a person approves. */
export interface Proposal {
  readonly approval: { readonly id: string; readonly url: string; readonly expires_at: string };
  readonly preview: ChangePreview;
}
