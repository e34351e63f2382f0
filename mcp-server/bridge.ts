import {
  isInitializeRequest,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  StreamableHTTPClientTransport,
  type Transport,
} from "@modelcontextprotocol/client";

interface Bridged {
  /** Where the client is: stdio, as a rule. */
  readonly near: Transport;
  readonly endpoint: URL;
  readonly apiKey: string;
}

/** A failure on the way, for the client: JSON-RPC's code for a fault of the server. */
const INTERNAL_ERROR = -32_603;

/**
 * Carries messages of an MCP client to a running Simon and back, as they are: what is allowed, and what is done,
 * is decided there and nowhere else.
 *
 * @returns what resolves when the client has closed.
 */
export async function bridge({ near, endpoint, apiKey }: Bridged): Promise<void> {
  const far = new StreamableHTTPClientTransport(endpoint, {
    requestInit: { headers: { authorization: `Bearer ${apiKey}` } },
  });
  const initializing = new Set<unknown>();
  far.onmessage = (message) => {
    if (isJSONRPCResultResponse(message) && initializing.delete(message.id)) {
      far.setProtocolVersion(String(message.result.protocolVersion));
    }
    void near.send(message);
  };
  near.onmessage = (message: JSONRPCMessage) => {
    if (isInitializeRequest(message) && isJSONRPCRequest(message)) initializing.add(message.id);
    far.send(message).catch((error) => {
      if (isJSONRPCRequest(message)) void near.send(failed(message.id, endpoint, error));
    });
  };
  const closed = new Promise<void>((resolve) => {
    near.onclose = resolve;
  });
  await far.start();
  await near.start();
  await closed;
  await far.close();
}

function failed(id: string | number, endpoint: URL, error: unknown): JSONRPCMessage {
  return { jsonrpc: "2.0", id, error: { code: INTERNAL_ERROR, message: explain(endpoint, error) } };
}

function explain({ origin }: URL, error: unknown): string {
  const { status } = error as { status?: number };
  if (status === 401) return "Simon does not know this API key. It may have been revoked.";
  if (status !== undefined) return `Simon at ${origin} answered with HTTP ${status}.`;
  return `Simon at ${origin} cannot be reached. Start it, or set SIMON_URL.`;
}
