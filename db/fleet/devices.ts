import { hashOf, randomOf, wholeBetween } from "./random.ts";
import type { CustomerEntry } from "./vocabulary.ts";

/** How a kind of device behaves; what a fleet file does not say is guessed from its words. */
export interface Device {
  /** Range of a device's mean traffic. */
  readonly dailyMb: readonly [number, number];
  readonly uploadShare: readonly [number, number];
  readonly rats: readonly (readonly [string, number])[];
  /** UTC hour around which it talks; null: spread over the day. */
  readonly peakHour: number | null;
  /** Whether it moves, and may cross a border. */
  readonly isMobile: boolean;
  readonly smsPerDay: number;
}

const KNOWN: readonly (readonly [RegExp, Device])[] = [
  [
    /camera|video|cctv|dash/i,
    {
      dailyMb: [55, 330],
      uploadShare: [0.78, 0.93],
      rats: [
        ["LTE", 0.62],
        ["5G", 0.3],
        ["3G", 0.08],
      ],
      peakHour: null,
      isMobile: false,
      smsPerDay: 0.02,
    },
  ],
  [
    /track|container|vehicle|truck|asset|car\b/i,
    {
      dailyMb: [1.2, 9],
      uploadShare: [0.55, 0.8],
      rats: [
        ["LTE-M", 0.45],
        ["2G", 0.25],
        ["LTE", 0.2],
        ["3G", 0.1],
      ],
      peakHour: null,
      isMobile: true,
      smsPerDay: 0.05,
    },
  ],
  [
    /charg|terminal|kiosk|vending|payment|router|gateway/i,
    {
      dailyMb: [2, 24],
      uploadShare: [0.4, 0.6],
      rats: [
        ["LTE", 0.7],
        ["LTE-M", 0.18],
        ["3G", 0.08],
        ["5G", 0.04],
      ],
      peakHour: 17,
      isMobile: false,
      smsPerDay: 0.04,
    },
  ],
  [
    /bike|scooter|lock|wearable|pet/i,
    {
      dailyMb: [0.4, 3.2],
      uploadShare: [0.5, 0.75],
      rats: [
        ["LTE-M", 0.45],
        ["2G", 0.3],
        ["NB-IoT", 0.15],
        ["3G", 0.1],
      ],
      peakHour: 15,
      isMobile: true,
      smsPerDay: 0.03,
    },
  ],
  [
    /meter|sensor|probe|gauge|detector|station/i,
    {
      dailyMb: [0.15, 1.6],
      uploadShare: [0.65, 0.86],
      rats: [
        ["NB-IoT", 0.58],
        ["LTE-M", 0.27],
        ["2G", 0.15],
      ],
      peakHour: 2,
      isMobile: false,
      smsPerDay: 0.02,
    },
  ],
];

export function deviceOf(customer: CustomerEntry): Device {
  const known = KNOWN.find(([words]) => words.test(`${customer.device} ${customer.tag}`));
  const device = known?.[1] ?? unknownDevice(customer.device);
  return customer.daily_mb ? { ...device, dailyMb: customer.daily_mb } : device;
}

function unknownDevice(name: string): Device {
  const random = randomOf(hashOf(name));
  const low = 0.3 * 2 ** wholeBetween(random, 0, 4);
  return {
    dailyMb: [low, low * 8],
    uploadShare: [0.45, 0.8],
    rats: [
      ["LTE", 0.4],
      ["LTE-M", 0.3],
      ["NB-IoT", 0.15],
      ["2G", 0.15],
    ],
    peakHour: wholeBetween(random, 0, 23),
    isMobile: random() < 0.3,
    smsPerDay: 0.03,
  };
}
