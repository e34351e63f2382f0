import type { Server } from "node:http";
import type { StreamTarget } from "#connectors/once/emulator/streamer.ts";
import type { Actor } from "#core/actor.ts";
import { renewStream } from "#domain/connections/stream/renew-stream.ts";
import { createWebServer, listen } from "../../http.ts";
import { serveStream } from "../../stream.ts";

const HOST = "127.0.0.1";

/** Our web server as the streamer sees it: its address stays when it is away for a while. */
export interface StreamDoor {
  target(): Promise<Pick<StreamTarget, "url" | "username" | "password">>;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function openDoor(owner: Actor): Promise<StreamDoor> {
  let server: Server | null = createWebServer(() => serveStream);
  const port = await listen(server, 0, HOST);
  const goAway = async () => {
    const gone = server;
    server = null;
    if (!gone) return;
    const closed = new Promise((done) => gone.close(done));
    gone.closeAllConnections(); // what is under way gets no answer
    await closed;
  };
  return {
    target: async () => {
      const { url, user, password } = await renewStream(owner);
      const path = new URL(url).pathname;
      return { url: `http://${HOST}:${port}${path}`, username: user, password };
    },
    goAway,
    comeBack: async () => {
      server = createWebServer(() => serveStream);
      await listen(server, port, HOST);
    },
    close: goAway,
  };
}
