/** MCP Apps, https://github.com/modelcontextprotocol/ext-apps: what a page inside another assistant says and hears. */
const PROTOCOL_VERSION = "2026-01-26";

interface Message {
  readonly jsonrpc: "2.0";
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: { readonly hostContext?: HostContext };
}

interface HostContext {
  readonly theme?: string;
}

const INITIALIZE_ID = 1;
let nextId = INITIALIZE_ID + 1;

function send(message: Omit<Message, "jsonrpc">): void {
  window.parent.postMessage({ jsonrpc: "2.0", ...message }, "*"); // a host's origin is not known inside
}

/** Begins to talk with the host, and hands on each result of the tool that it shows. */
export function connectToHost(name: string, onResult: (structured: unknown) => void): void {
  window.addEventListener("message", ({ source, data }: MessageEvent<Message>) => {
    if (source !== window.parent || data?.jsonrpc !== "2.0") return;
    if (data.id === INITIALIZE_ID && data.result) {
      applyTheme(data.result.hostContext);
      send({ method: "ui/notifications/initialized" });
      tellSize();
    } else if (data.method === "ui/notifications/tool-result") {
      onResult(data.params?.structuredContent);
    } else if (data.method === "ui/notifications/host-context-changed") {
      applyTheme(data.params);
    } else if (data.method && data.id !== undefined) {
      send({ id: data.id, result: {} }); // a ping, or the end of the page
    }
  });
  const params = {
    protocolVersion: PROTOCOL_VERSION,
    appInfo: { name, version: "1" },
    appCapabilities: {},
  };
  send({ id: INITIALIZE_ID, method: "ui/initialize", params });
}

/** The host opens it: the page itself may not. */
export function openLink(url: string): void {
  send({ id: nextId++, method: "ui/open-link", params: { url } });
}

function applyTheme(context: HostContext | undefined): void {
  if (context?.theme !== "light" && context?.theme !== "dark") return;
  document.documentElement.classList.remove("light", "dark");
  document.documentElement.classList.add(context.theme);
}

function tellSize(): void {
  const page = document.documentElement;
  new ResizeObserver(() => {
    const params = { width: Math.ceil(page.scrollWidth), height: Math.ceil(page.scrollHeight) };
    send({ method: "ui/notifications/size-changed", params });
  }).observe(document.body);
}
