import { z } from "zod";
import { readBody } from "#app/api/body.ts";
import { problem } from "#app/api/problem.ts";
import { NotFound } from "#core/errors.ts";
import { acceptInvitation } from "#domain/auth/accept-invitation.ts";
import { limitLinkAttempts } from "#domain/auth/attempts.ts";
import { createFirstOwner } from "#domain/auth/first-owner.ts";
import { requireOwnOrigin } from "#domain/auth/origins.ts";
import { redeemReset } from "#domain/auth/redeem-reset.ts";

/** Anybody may send one. */
const MAX_BODY_BYTES = 16 * 1024;

const Password = z.object({ token: z.string().max(200), password: z.string().max(1000) });
const FirstOwner = Password.extend({ email: z.string(), organization: z.string() });

/** Uses a one-time link. Answers with the e-mail address, with which the page then signs in. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  try {
    requireOwnOrigin(request.method, request.headers);
    await limitLinkAttempts(request.headers);
    return Response.json(await redeem((await params).kind, request));
  } catch (error) {
    return problem(error);
  }
}

async function redeem(kind: string, request: Request): Promise<{ email: string }> {
  switch (kind) {
    case "invite": {
      const { token, password } = await read(request, Password);
      return acceptInvitation(token, password);
    }
    case "reset": {
      const { token, password } = await read(request, Password);
      return redeemReset(token, password);
    }
    case "setup": {
      const { token, ...owner } = await read(request, FirstOwner);
      return createFirstOwner(token, owner);
    }
    default:
      throw new NotFound("There is nothing at this address.");
  }
}

function read<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  return readBody(request, schema, { maxBytes: MAX_BODY_BYTES });
}
