import { ProtocolError, ProtocolErrorCode, type Server } from "@modelcontextprotocol/server";

interface PromptDefinition {
  readonly title: string;
  readonly description: string;
  readonly argument?: { readonly name: string; readonly description: string };
  text(argument: string): string;
}

const PROMPTS: Readonly<Record<string, PromptDefinition>> = {
  morning_check: {
    title: "Morning check",
    description: "What happened overnight, what runs out this week, and what to do first",
    text: () =>
      "Do the morning check of our SIM fleet with Simon. Find out: which alerts are open and severe, which " +
      "anomalies were found since yesterday, which SIMs run out of quota within 7 days, and whether the data is " +
      "up to date. Then say in at most ten lines what needs attention first and why, with ICCIDs and figures. " +
      "Propose no change unless I ask for one.",
  },
  explain_sim: {
    title: "Explain this SIM",
    description: "How one SIM stands, what is odd about it and what is likely to come",
    argument: { name: "iccid", description: "Its ICCID, 19 digits" },
    text: (iccid) =>
      `Explain SIM ${iccid} with Simon: its status, customer and plan, where it was seen last, what it used ` +
      "in the last 30 days against its quota, anomalies, open alerts, and when its quota runs out. Say what is " +
      "normal and what is not, each with its figure.",
  },
  customer_call: {
    title: "Prepare a customer call",
    description: "A page on one customer's SIMs before talking to them",
    argument: { name: "customer", description: "The customer's name" },
    text: (customer) =>
      `Prepare a call with our customer "${customer}" with Simon: how many SIMs they have by status, what they ` +
      "used last month against the month before, SIMs close to their quota, open tickets and alerts, churn risk, " +
      "and what quota advice would save or cost. End with three questions worth asking them.",
  },
  month_end_report: {
    title: "Month-end report",
    description: "Usage and cost of a month by customer",
    argument: { name: "month", description: "Such as 2026-10" },
    text: (month) =>
      `Make the report of ${month} with Simon: usage by customer, the change against the month before, the ` +
      "largest SIMs, SIMs over their quota, and SIMs that used nothing. Give the figures in a table with units and " +
      "say in five lines what stands out.",
  },
};

export function servePrompts(server: Server): void {
  server.setRequestHandler("prompts/list", () => ({
    prompts: Object.entries(PROMPTS).map(([name, { title, description, argument }]) => ({
      name,
      title,
      description,
      ...(argument && { arguments: [{ ...argument, required: true }] }),
    })),
  }));
  server.setRequestHandler("prompts/get", ({ params: { name, arguments: given } }) => {
    const prompt = Object.hasOwn(PROMPTS, name) ? PROMPTS[name] : undefined;
    if (!prompt) throw invalid(`There is no prompt "${name.slice(0, 60)}" here.`);
    const { argument, description } = prompt;
    const value = argument ? given?.[argument.name]?.trim() : "";
    if (value === undefined || (argument && value === "")) {
      throw invalid(`${argument?.name}: ${argument?.description}.`);
    }
    const text = prompt.text(value);
    return { description, messages: [{ role: "user", content: { type: "text", text } }] };
  });
}

const invalid = (message: string) => new ProtocolError(ProtocolErrorCode.InvalidParams, message);
