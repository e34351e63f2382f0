/** A word of the field or of this data, as people ask for its meaning. `say`: ways to say it, as a pattern. */
export interface Term {
  readonly say: string;
  readonly means: string;
  /** A question about it that can be answered. */
  readonly example: string;
}

/** Facts are those of the data contract; standards are named where a term comes from one. */
export const GLOSSARY: readonly Term[] = [
  {
    say: "anomal(?:y|ies)|outliers?|anomaly detection",
    means:
      "An anomaly is a day on which a SIM behaved unlike before: a spike or a drop in its data, silence, a changed pattern, an unusual country or operator (roaming), another device (IMEI), or many SIMs together (cohort). Each has what was observed, what was expected, a score and a severity.",
    example: "Open anomalies by kind",
  },
  {
    say: "cohorts?|cohort anomal(?:y|ies)",
    means:
      "A cohort anomaly is one that many SIMs of one customer, tag or operator had together; it is reported once.",
    example: "Open anomalies by kind",
  },
  {
    say: "churn|churn risks?|churn probabilit(?:y|ies)|risk of churn|risk levels?",
    means:
      "Churn risk is the probability that a SIM will be given up. Above 0.7 it is high, above 0.4 medium, else low; its top factors say why.",
    example: "Number of SIMs per risk level",
  },
  {
    say: "exhaustion(?: dates?| probabilit(?:y|ies))?|run ?out dates?|quota outlooks?|outlooks?",
    means:
      "The quota outlook is the day on which a SIM's quota will be used up if it goes on as now, and the probability that this happens within 30 days.",
    example: "Which SIMs will run out of data in the next 14 days?",
  },
  {
    say: "(?:data |sms )?quotas?|(?:data )?allowances?",
    means:
      "A quota is what a SIM may use until it expires: data in bytes, SMS in messages. Its total, what is used and what remains are kept for each SIM.",
    example: "Which SIMs have used more than 90% of their data quota?",
  },
  {
    say: "overage|overage prices?",
    means:
      "Overage is data beyond the volume that a rate plan includes; each MB of it costs the plan's overage price.",
    example: "List the rate plans by monthly price",
  },
  {
    say: "rate plans?|tariffs?",
    means:
      "A rate plan sets a SIM's monthly price, the data and SMS that it includes, and the price of each MB beyond.",
    example: "List the rate plans by monthly price",
  },
  {
    say: "suspended|(?:a )?suspended sims?",
    means:
      "A suspended SIM may not use the network for the time being and can be activated again. An inactive one was not activated yet or is switched off; a deactivated one is closed for good.",
    example: "How many SIMs are there by status?",
  },
  {
    say: "inactive|deactivated|active|(?:sim )?status(?:es)?",
    means:
      "A SIM is active (in use), inactive (not activated yet, or off), suspended (stopped for the time being) or deactivated (closed for good).",
    example: "How many SIMs are there by status?",
  },
  {
    say: "rejects?|network rejects?|rejections?",
    means:
      "A reject is a network's refusal to let a SIM attach; its cause says why, such as roaming not allowed or an authentication failure.",
    example: "Rejects of the last 7 days by cause",
  },
  {
    say: "attach(?:es)?|detach(?:es)?",
    means:
      "With an attach a SIM registers with a network, with a detach it leaves it. Data flows in sessions in between.",
    example: "Connection events by type in the last 7 days",
  },
  {
    say: "(?:data )?sessions?",
    means:
      "A session is one connection over which a SIM sends and receives data, from its start to its end.",
    example: "Connection events by type in the last 7 days",
  },
  {
    say: "iccids?",
    means:
      "The ICCID is the number printed on a SIM card (ITU-T E.118): 19 digits here, of which the 20-digit form adds a check digit.",
    example: "List all SIMs",
  },
  {
    say: "imsis?",
    means: "The IMSI is the number by which networks know a subscription (3GPP TS 23.003).",
    example: "List all SIMs",
  },
  {
    say: "imeis?|imei changes?",
    means:
      "The IMEI is the number of the device that a SIM is in (3GPP TS 23.003). When it changes, the SIM was put into another device.",
    example: "IMEI changes in the last 30 days",
  },
  {
    say: "msisdns?",
    means: "The MSISDN is the phone number of a SIM, in the international form of ITU-T E.164.",
    example: "List all SIMs",
  },
  {
    say: "rats?|radio technolog(?:y|ies)|lte.?m|nb.?iot",
    means:
      "The radio technology (RAT) is how a device talks to the network: 2G, 3G, LTE, 5G, or the two made for small devices, LTE-M and NB-IoT.",
    example: "How many SIMs are there by radio technology?",
  },
  {
    say: "mo|mt|mo sms|mt sms|mobile.originated|mobile.terminated",
    means:
      "MT messages are sent to a device (mobile terminated), MO messages come from it (mobile originated).",
    example: "SMS by direction in the last 7 days",
  },
  {
    say: "(?:quota |top.?up )?recommendations?|upgrades?|downgrades?",
    means:
      "A recommendation advises a SIM's plan or quota: upgrade, downgrade, maintain or top up, with the saving a month and the risk of running out before and after.",
    example: "Number of quota recommendations by type",
  },
  {
    say: "top.?ups?",
    means: "A top-up adds data or messages to a SIM's quota, for a price.",
    example: "Number of quota recommendations by type",
  },
  {
    say: "forecasts?|predictions?|predicted",
    means:
      "A forecast says how much data a SIM will use on each coming day, with bounds that hold with 80 and 95 percent probability.",
    example: "Predicted data in the next 7 days",
  },
  {
    say: "alerts?|alert rules?",
    means:
      "An alert is raised when a rule's condition holds for a SIM. Somebody acknowledges it; it is resolved when the condition no longer holds.",
    example: "Open alerts by severity",
  },
  {
    say: "roaming",
    means: "Roaming is the use of a network of another country or operator than the usual one.",
    example: "How many SIMs are there by country?",
  },
];
