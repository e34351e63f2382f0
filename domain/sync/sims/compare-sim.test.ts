import { expect, it } from "vitest";
import { type Applied, compareSim, type DifferenceKind, type OurSim } from "./compare-sim.ts";

const IDENTITY = {
  imsi: "1",
  msisdn: "2",
  imei: "3",
  ip_address: "100.64.0.1",
  activated_at: null,
};
const OLD = { ...IDENTITY, iccid: "x", label: "a", is_enabled: true };
const OURS: OurSim = { ...IDENTITY, iccid: "x", label: "a", status: "active" };

interface Case {
  readonly before?: Partial<typeof OLD> | null;
  readonly theirs?: object;
  readonly ours?: Partial<OurSim>;
  readonly applied?: Applied;
  readonly open?: Record<string, DifferenceKind>;
}

function compared({ before = {}, theirs = {}, ours = {}, applied = {}, open = {} }: Case) {
  const now = {
    ...OLD,
    imei_lock: false,
    data_level: null,
    sms_level: null,
    data_total: null,
    sms_total: null,
  };
  const { take, differences } = compareSim(
    { ...now, ...theirs },
    {
      before:
        before === null
          ? undefined
          : { ...OLD, ...before, last_seen_at: new Date(0), gone_at: null },
      ours: { ...OURS, ...ours },
      applied,
      open: new Map(Object.entries(open)),
    },
  );
  return { take, kinds: Object.fromEntries(differences.map(({ field, kind }) => [field, kind])) };
}

it.each<[string, Case, object, object]>([
  ["nothing moved", {}, {}, {}],
  ["a name changed there", { theirs: { label: "b" } }, { label: "b" }, {}],
  ["a name taken away there", { theirs: { label: null } }, { label: null }, {}],
  ["a name changed here", { ours: { label: "b" } }, {}, { label: "changed_here" }],
  ["a name changed on both sides alike", { theirs: { label: "b" }, ours: { label: "b" } }, {}, {}],
  [
    "a name changed on both sides",
    { theirs: { label: "b" }, ours: { label: "c" } },
    {},
    { label: "changed_both" },
  ],
  [
    "a conflict that nobody decided on",
    {
      before: { label: "b" },
      theirs: { label: "b" },
      ours: { label: "c" },
      open: { label: "changed_both" },
    },
    {},
    { label: "changed_both" },
  ],
  [
    "a name that went out from here",
    { ours: { label: "b" }, theirs: { label: "b" }, applied: { label: "b" } },
    {},
    {},
  ],
  [
    "a name that went out, and was changed back there",
    { ours: { label: "b" }, applied: { label: "b" } },
    { label: "a" },
    {},
  ],
  [
    "a first look at other names",
    { before: null, ours: { label: "b" } },
    {},
    { label: "changed_both" },
  ],
  [
    "a first look, without a name here",
    { before: null, ours: { label: null } },
    { label: "a" },
    {},
  ],
  [
    "a first look, without a name there",
    { before: null, theirs: { label: null } },
    {},
    { label: "changed_here" },
  ],
  ["switched off there", { theirs: { is_enabled: false } }, { status: "inactive" }, {}],
  [
    "switched on there, suspended here",
    { before: { is_enabled: false }, ours: { status: "suspended" } },
    { status: "active" },
    {},
  ],
  [
    "off there, suspended here",
    { before: { is_enabled: false }, theirs: { is_enabled: false }, ours: { status: "suspended" } },
    {},
    {},
  ],
  [
    "switched off there, deactivated here",
    { theirs: { is_enabled: false }, ours: { status: "deactivated" } },
    {},
    {},
  ],
  ["suspended here only", { ours: { status: "suspended" } }, {}, { status: "changed_here" }],
  [
    "a first look at another status",
    { before: null, ours: { status: "inactive" } },
    {},
    { status: "changed_both" },
  ],
  [
    "suspended from here, and switched on again there",
    { ours: { status: "suspended" }, applied: { status: "suspended" } },
    { status: "active" },
    {},
  ],
  ["another device there", { theirs: { imei: "4" } }, { imei: "4" }, {}],
  ["a device that was seen here first", { ours: { imei: "4" } }, {}, {}],
  ["an address that the provider does not say", { theirs: { ip_address: null } }, {}, {}],
])("%s", (_, given, take, kinds) => {
  expect(compared(given)).toEqual({ take, kinds });
});
