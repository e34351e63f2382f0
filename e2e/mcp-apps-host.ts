// A host as other assistants are one: bundled for the browser by the test. It shows a page in a sandboxed frame.
import { AppBridge, PostMessageTransport } from "@modelcontextprotocol/ext-apps/app-bridge";

type Result = Parameters<AppBridge["sendToolResult"]>[0];

async function show(html: string, input: Record<string, unknown>, result: Result): Promise<void> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  document.body.append(frame);
  const inside = frame.contentWindow as Window;
  const bridge = new AppBridge(
    null,
    { name: "test host", version: "1" },
    { openLinks: {} },
    { hostContext: { theme: "dark" } },
  );
  bridge.oninitialized = async () => {
    await bridge.sendToolInput({ arguments: input });
    await bridge.sendToolResult(result);
  };
  bridge.onsizechange = ({ height }) => {
    frame.style.height = `${height}px`;
  };
  bridge.onopenlink = async ({ url }) => {
    document.title = url;
    return {};
  };
  await bridge.connect(new PostMessageTransport(inside, inside));
  frame.srcdoc = html;
}

Object.assign(window, { showApp: show });
