export const TICKET_CATEGORIES = [
  "connectivity_issue",
  "billing_question",
  "quota_exhausted",
  "activation_problem",
  "technical_support",
  "account_management",
  "feature_request",
  "complaint",
] as const;
export type TicketCategory = (typeof TICKET_CATEGORIES)[number];

interface TicketKind {
  readonly weight: number;
  readonly team: string;
  /** Subject and text; words in braces are filled from the SIM. */
  readonly wordings: readonly (readonly [string, string])[];
}

export const TICKET_KINDS: Readonly<Record<TicketCategory, TicketKind>> = {
  connectivity_issue: {
    weight: 0.26,
    team: "Network Operations",
    wordings: [
      [
        "{label} is offline",
        "Hello, our {device} {label} has not reported since this morning. A restart on site did not help. The SIM is {iccid}. Can you see whether it still attaches?",
      ],
      [
        "No connection on {operator}",
        "The modem of {label} sees {operator} but the attach is rejected every time. It worked for months before. Please check SIM {iccid}.",
      ],
      [
        "Connection drops several times a day",
        "{label} in {country} loses its data session every hour or so and needs minutes to come back. Signal on site is good (-71 dBm).",
      ],
      [
        "device does not come online after moving",
        "we moved {label} to a new site last week and since then no data at all. roaming is switched on in the modem. what can we do?",
      ],
      [
        "Very slow data",
        "Uploads from {label} take ten times longer than they used to. Is there congestion on {operator} in that area?",
      ],
    ],
  },
  billing_question: {
    weight: 0.15,
    team: "Billing",
    wordings: [
      [
        "Question about our last invoice",
        "The invoice lists overage for {iccid} although it is on {plan}. Could you explain how the amount was worked out?",
      ],
      [
        "Charged for a suspended SIM?",
        "We suspended a few cards in the middle of the month, among them {label}. Are those still billed in full?",
      ],
      [
        "Invoice split by device group",
        "Our controllers ask for the cost of each {device} group. Can the invoice of {customer} be split that way?",
      ],
      [
        "VAT number missing on invoice",
        "Please reissue the last invoice with the VAT number of {customer}.",
      ],
    ],
  },
  quota_exhausted: {
    weight: 0.13,
    team: "Customer Success",
    wordings: [
      [
        "{label} has no data left",
        "We got the message that the volume of {iccid} is used up. Please top it up by the usual amount today, the {device} has to stay online.",
      ],
      [
        "Quota gone after one week",
        "{label} used its whole monthly volume within a week. Nothing was changed on our side. What used the data, and how do we get going again?",
      ],
      [
        "SMS allowance used up",
        "Our {device} {label} cannot be reached by SMS any more, it seems that the included messages are gone.",
      ],
      [
        "Data stops before the end of month",
        "second month in a row that {label} runs out of data around the 20th. which plan would fit?",
      ],
    ],
  },
  activation_problem: {
    weight: 0.1,
    team: "Provisioning",
    wordings: [
      [
        "SIM stays inactive",
        "I activated {iccid} in the portal two hours ago, it still shows as inactive.",
      ],
      [
        "New cards cannot register",
        "From the last delivery, the card in {label} does not register with {operator}. The others of the same box work.",
      ],
      [
        "Activation failed with an error",
        "When I activate {label} I get 'request could not be processed'. Please activate it for us.",
      ],
    ],
  },
  technical_support: {
    weight: 0.14,
    team: "Technical Support",
    wordings: [
      [
        "Which APN for {rat}?",
        "Our new {device} firmware asks for an APN for {rat}. Which one do we set, and do we need a user name?",
      ],
      [
        "Private address reachable from our VPN?",
        "We would like to reach {label} from our office through the VPN. What has to be set up?",
      ],
      [
        "Power saving timers",
        "The battery of {label} is empty after four months. Which PSM timers does {operator} allow in {country}?",
      ],
      [
        "API returns 429",
        "Our script that reads the usage of {customer} gets error 429 at night. What is the limit?",
      ],
    ],
  },
  account_management: {
    weight: 0.08,
    team: "Customer Success",
    wordings: [
      [
        "New colleague needs access",
        "Please give our new colleague at {customer} read access to the portal.",
      ],
      [
        "Change of contact person",
        "From next month I am responsible for the SIM cards of {customer}. Please change the contact.",
      ],
      [
        "Move SIMs to another cost centre",
        "{label} and about twenty others belong to a different cost centre now. How do we move them?",
      ],
    ],
  },
  feature_request: {
    weight: 0.06,
    team: "Product",
    wordings: [
      [
        "Alert when a device changes country",
        "It would help us to get a message as soon as a {device} leaves {country}.",
      ],
      [
        "Export usage per day",
        "Could the usage export have one line for each day and SIM? Today we add it up by hand.",
      ],
      ["Bulk rename", "We would like to rename many SIMs at once from a spreadsheet."],
    ],
  },
  complaint: {
    weight: 0.08,
    team: "Customer Success",
    wordings: [
      [
        "Third outage this quarter",
        "This is the third time that our {device}s were offline for hours and nobody told us. {customer} expects a written explanation.",
      ],
      [
        "Nobody answers",
        "I have been waiting for an answer about {label} for days. This is not the service that we pay for.",
      ],
      [
        "Unexpected costs",
        "We were charged overage on {plan} without any warning. We want this refunded, otherwise {customer} will look for another provider.",
      ],
      [
        "Support kept sending us round",
        "Four people, four different answers about {label}. Very disappointing.",
      ],
    ],
  },
};
