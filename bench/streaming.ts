// npm run bench -- streaming [--messages N] [--runs N]: how long the browser's main thread is held up where a
// conversation of 300 messages is opened, written in, and an answer of 600 words streams into it. A task of over
// 50 ms is one that a person feels. Other work on the machine makes tasks longer, so its load is told too, and how
// much of the processor's time each took.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { scriptedProvider } from "#agent/testing/scripted-provider.ts";
import { startThrowawaySimon } from "../scripts/throwaway-simon.ts";
import { type Held, openConversation, PHASES } from "./web/long-tasks.ts";
import { makeConversation } from "./web/make-conversation.ts";

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "300" },
    runs: { type: "string", default: "3" },
  },
});

const provider = await scriptedProvider();
const simon = await startThrowawaySimon({
  SIMON_MODEL: "openai-compatible:scripted",
  SIMON_MODEL_BASE_URL: provider.url,
  SIMON_MODEL_API_KEY: "scripted",
  SIMON_RATE_LIMIT_PERSON_EFFECTS_PER_MINUTE: "100000",
});
try {
  const thread = await makeConversation(simon, provider, Number(values.messages));
  console.log(`Tasks over 50 ms on the main thread, ${values.messages} messages:`);
  for (let run = 1; run <= Number(values.runs); run++) {
    const held = await openConversation(simon, provider, thread);
    const [load = 0] = loadavg();
    console.log(`run ${run}, load ${load.toFixed(1)}`);
    for (const phase of PHASES) console.log(`  ${phase.padEnd(10)} ${words(held[phase])}`);
  }
} finally {
  await simon.stop();
  await provider.close();
}

function words({ tasksMs, tasksCpuMs }: Held): string {
  return `${longOnes(tasksMs)}; of the processor's time ${longOnes(tasksCpuMs)}`;
}

function longOnes(tasksMs: readonly number[]): string {
  const long = tasksMs.filter((ms) => ms > 50);
  const over = long.reduce((sum, ms) => sum + ms - 50, 0);
  return `${String(long.length).padStart(3)} tasks, the longest ${Math.max(0, ...tasksMs).toFixed(0)} ms, ${over.toFixed(0)} ms over 50`;
}
