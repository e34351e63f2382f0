// An analysis in a process of its own, to be killed: ORGANIZATION SIMS_A_SHARD LEASE_MS. Says how far it is, and begins
// nothing more once a part is done, so that however late it is killed, most is left.
import { systemActor } from "#core/actor.ts";
import { surviveLostConnections } from "#db/survive-lost-connections.ts";
import { analyseFleet } from "./analyse-fleet.ts";

const [organization = "", simsAShard, leaseMs] = process.argv.slice(2);

surviveLostConnections();
await analyseFleet(systemActor({ id: organization, name: "Killed" }), {
  signal: new AbortController().signal,
  progress: async (sentence) => {
    console.log(sentence);
    if (!sentence.startsWith("0 of")) await new Promise(() => {});
  },
  simsAShard: Number(simsAShard),
  leaseMs: Number(leaseMs),
});
