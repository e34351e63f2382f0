// npm run bench -- web [--runs N] [--only /PATH,/PATH]: what each page makes a browser load, and Lighthouse's judgement of
// it, signed in, on the production build.
import { parseArgs } from "node:util";
import { startThrowawaySimon } from "../scripts/throwaway-simon.ts";
import { firstLoad, librariesAlone } from "./web/first-load.ts";
import { FORM_FACTORS, judge } from "./web/lighthouse.ts";
import { signIn } from "./web/sign-in.ts";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" }, only: { type: "string" } },
});
const runs = Number(values.runs);
const MAX_CHAT_KB = 300;
const MAX_PAGE_KB = 200;

const simon = await startThrowawaySimon();
try {
  const cookie = await signIn(simon);
  const pages = values.only?.split(",") ?? (await allPages());

  console.log("First-load JavaScript, kB gzip (1 kB = 1,000 bytes):");
  for (const page of pages) {
    const { kilobytes, files } = await firstLoad(simon.url, page, cookie);
    const most = page.startsWith("/chat") ? MAX_CHAT_KB : MAX_PAGE_KB;
    const verdict = kilobytes <= most ? "" : `  over ${most}`;
    console.log(`${page.padEnd(28)} ${kilobytes.toFixed(0).padStart(5)}  ${files} files${verdict}`);
  }
  for (const [name, kilobytes] of await librariesAlone()) {
    console.log(`${name.padEnd(28)} ${kilobytes.toFixed(0).padStart(5)}  alone, React left out`);
  }

  for (const factor of FORM_FACTORS) {
    console.log(`\nLighthouse, ${factor}, median of ${runs}:`);
    for (const page of pages) {
      const said = await judge(`${simon.url}${page}`, cookie, factor, runs);
      if (typeof said === "string") {
        console.log(`Lighthouse is missing, so no figures. ${said}`);
        break;
      }
      console.log(
        `${page.padEnd(28)} performance ${said.performance.toFixed(0).padStart(3)}   interactive ${said.interactiveMs.toFixed(0).padStart(5)} ms   largest paint ${said.largestPaintMs.toFixed(0).padStart(5)} ms   blocked ${said.blockedMs.toFixed(0).padStart(4)} ms   layout shift ${said.layoutShift.toFixed(3)}`,
      );
    }
  }
} finally {
  await simon.stop();
}

/** Every page of the navigation, and one SIM. */
async function allPages(): Promise<string[]> {
  const answer = await fetch(`${simon.url}/api/v1/sims?limit=1`, {
    headers: { authorization: `Bearer ${simon.apiKey}` },
  });
  const { sims } = (await answer.json()) as { sims: { iccid: string }[] };
  const pages = [
    "/chat",
    "/overview",
    "/sims",
    "/customers",
    "/lists",
    "/anomalies",
    "/changes",
    "/audit",
  ];
  return [...pages, "/settings", ...sims.map(({ iccid }) => `/sims/${iccid}`)];
}
