import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

export interface FirstLoad {
  readonly kilobytes: number;
  readonly files: number;
}

/** The scripts that a page names itself; those that it fetches later are not of its first load. */
export async function firstLoad(origin: string, page: string, cookie: string): Promise<FirstLoad> {
  const answer = await fetch(`${origin}${page}`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
  const html = await answer.text();
  const tags = html.match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? [];
  const paths = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? "");
  const sizes = await Promise.all([...new Set(paths)].map((path) => gzippedBytes(origin + path)));
  return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1000, files: sizes.length };
}

async function gzippedBytes(url: string): Promise<number> {
  return gzipSync(await (await fetch(url)).bytes()).length;
}

/** What the chat takes of each. */
const LIBRARIES = {
  "assistant-ui": `export { ActionBarPrimitive, AssistantRuntimeProvider, AuiIf, ComposerPrimitive, MessagePrimitive, ThreadPrimitive, unstable_useLiveCompletionAdapter, useAui, useAuiState } from "@assistant-ui/react"; export { useAISDKRuntime } from "@assistant-ui/react-ai-sdk";`,
  "AI SDK's chat": `export { Chat, useChat } from "@ai-sdk/react"; export { DefaultChatTransport } from "ai";`,
};
const LEFT_OUT = /^(react|react-dom|@ai-sdk\/react|ai|zod)(\/|$)/;

/** What the chat is built on, each bundled by Rolldown by itself: [name, kB gzip]. */
export function librariesAlone(): Promise<(readonly [name: string, kilobytes: number])[]> {
  return Promise.all(
    Object.entries(LIBRARIES).map(async ([name, source]) => {
      const isAiSdk = source.includes('"ai"');
      const made = await rolldown({
        input: "entry",
        platform: "browser",
        external: isAiSdk ? /^react(-dom)?(\/|$)/ : LEFT_OUT,
        plugins: [
          {
            name: "entry",
            resolveId: (id) => (id === "entry" ? "\0entry" : null),
            load: (id) => (id === "\0entry" ? source : null),
          },
        ],
        transform: { define: { "process.env.NODE_ENV": '"production"' } },
        logLevel: "silent",
      });
      const { output } = await made.generate({ minify: true, codeSplitting: false });
      await made.close();
      return [name, gzipSync(output[0].code).length / 1000] as const;
    }),
  );
}
