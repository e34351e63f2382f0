import { createServer, request, type Server } from "node:http";

/**
 * A door to a running Simon that adds the credential, for suites that can send none. What it is sent goes on as it
 * is, host and origin included, since those are what is tested.
 *
 * @returns the proxy and its address.
 */
export async function startCredentialProxy(
  target: string,
  apiKey: string,
): Promise<{ readonly origin: string; close(): void }> {
  const { hostname, port } = new URL(target);
  const proxy = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const onward = request(
      { hostname, port, method, path, headers: { ...headers, authorization: `Bearer ${apiKey}` } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${portOf(proxy)}`, close: () => closeAll(proxy) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

function closeAll(server: Server): void {
  server.close();
  server.closeAllConnections();
}
