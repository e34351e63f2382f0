import {
  acceptedContent,
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { decideElicited, mayElicit } from "#domain/changes/decide-elicited.ts";
import { hashOf } from "#domain/changes/idempotency.ts";
import type { Proposal } from "#domain/changes/proposal.ts";
import { callTool } from "#tools/call.ts";
import { getChange } from "#tools/changes/list-changes.ts";
import type { EffectTool } from "#tools/define.ts";
import { presentOutput, presentStanding } from "./present.ts";
import { previewText } from "./preview-text.ts";
import { type AskedState, sealState } from "./request-state.ts";
import type { Served } from "./server.ts";

type Call = Pick<Parameters<typeof callTool>[3] & object, "signal" | "onProgress">;
type Answer = CallToolResult | InputRequiredResult;
type Actor = Served["actor"];

const QUESTION = "decision";
const Decision = z.object({
  approve: z.boolean().meta({ title: "Approve", description: "Yes carries it out now" }),
});

/**
 * Proposes a change. A client that can ask its person does so: it opens the page on which they decide, or, where it is
 * trusted with such a change, asks them itself. The others get the link.
 */
export async function callEffect(
  actor: Actor,
  tool: EffectTool,
  input: Record<string, unknown>,
  context: ServerContext,
  call: Call,
): Promise<Answer> {
  const hash = hashOf(tool.name, input);
  const asked = context.mcpReq.requestState<AskedState>();
  if (asked) {
    if (asked.tool !== tool.name || asked.hash !== hash) {
      throw new Invalid("This is not the call that the person was asked about. Propose it anew.");
    }
    return answered(actor, asked, context);
  }
  const proposal = await callTool(actor, tool, input, call);
  const mode = modeFor(actor, proposal, context);
  if (mode === null) return presentOutput(tool, proposal);
  const state = { changeId: proposal.approval.id, tool: tool.name, hash, mode };
  const message = previewText(proposal.preview);
  const { url } = proposal.approval;
  return inputRequired({
    inputRequests: {
      [QUESTION]:
        mode === "form"
          ? inputRequired.elicit({ message, requestedSchema: Decision })
          : inputRequired.elicitUrl({ message, url }),
    },
    requestState: await sealState(state, context),
  });
}

/** How the client may ask, of what it says it can; null where it cannot. A file is loaded on its page only. */
function modeFor(
  actor: Actor,
  { preview }: Proposal,
  { mcpReq }: ServerContext,
): AskedState["mode"] | null {
  const { elicitation } = capabilitiesOf(mcpReq);
  if (!elicitation || preview.target_noun === "file") return null;
  const hasForm = elicitation.form !== undefined || elicitation.url === undefined;
  if (hasForm && mayElicit(actor, preview)) return "form";
  return elicitation.url ? "url" : null;
}

/** The envelope's type names no key; the SDK has checked what is under this one. */
function capabilitiesOf({ envelope }: ServerContext["mcpReq"]): ClientCapabilities {
  const keyed = envelope as Readonly<Record<string, ClientCapabilities>> | undefined;
  return keyed?.[CLIENT_CAPABILITIES_META_KEY] ?? {};
}

/** What became of it. Only a trusted client's form decides; a page that was opened has decided by itself, or not. */
async function answered(
  actor: Actor,
  { changeId, mode }: AskedState,
  { mcpReq: { inputResponses } }: ServerContext,
): Promise<CallToolResult> {
  const response = inputResponse(inputResponses, QUESTION);
  if (mode === "form" && response.kind === "elicit" && response.action !== "cancel") {
    const content = acceptedContent(inputResponses, QUESTION, Decision);
    await decideElicited(actor, changeId, content?.approve === true ? "approve" : "reject");
  }
  return presentStanding(await callTool(actor, getChange, { change_id: changeId }));
}
