import { z } from "zod";
import { ChangePreview } from "./change.ts";
import { changeUrl } from "./change-url.ts";

/** What every effect answers: nothing has happened, and a person decides. */
export const Proposal = z.object({
  approval: z.object({
    id: z.string(),
    url: z.string().meta({ description: "Where a person approves or rejects it" }),
    expires_at: z.string(),
  }),
  preview: ChangePreview,
});
export type Proposal = z.infer<typeof Proposal>;

export function toProposal(id: string, expiresAt: Date, preview: ChangePreview): Proposal {
  return {
    approval: { id, url: changeUrl(id), expires_at: expiresAt.toISOString() },
    preview,
  };
}
