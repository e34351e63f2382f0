type Changes = Readonly<Record<string, unknown>>;

export const ICCID = "8988280666000000019";

/** A usage record in the nested form, as the documentation shows it. */
export function usage(changes: Changes): Record<string, unknown> {
  return {
    start_timestamp: "2026-10-20T12:00:00Z",
    end_timestamp: "2026-10-20T12:15:00Z",
    imsi: "901405100000019",
    imsi_id: 77,
    organisation: { id: 4, name: "Acme" },
    sim: { id: 1001, iccid: ICCID, msisdn: "882285100000018", production_date: "2021-01-01" },
    endpoint: { id: 9, name: "pump-19", imei: "3520091118915105", ip_address: "100.64.0.19" },
    operator: {
      id: 3,
      name: "T-Mobile",
      mnc: "01",
      country: { id: 74, mcc: "262", name: "Germany" },
    },
    tariff: { id: 1, name: "Lifetime", ratezone: { id: 2, name: "Europe" } },
    traffic_type: { id: 5, description: "Data" },
    volume: { total: "1.5", tx: "0.5", rx: "1" },
    cost: 0.001176,
    currency: { id: 1, symbol: "€", code: "EUR" },
    ...changes,
  };
}

/** The same in the flat form of Platform 2.0. */
export function flat(changes: Changes): Record<string, unknown> {
  return {
    ingestion_timestamp: "2026-10-20T12:16:00Z",
    start_timestamp: "2026-10-20T12:00:00Z",
    end_timestamp: "2026-10-20T12:15:00Z",
    endpoint_id: 9,
    endpoint_imei: "3520091118915105",
    sim_id: 1001,
    imsi_id: 77,
    ipcan_session_id: "s-1",
    quota_id: 8,
    operator_id: 3,
    operator_country_id: 74,
    operator_mnc: "01",
    tariff_id: 1,
    tariff_ratezone_id: 2,
    traffic_type_id: 5,
    rat_type: 9,
    volume_rx: 1,
    volume_tx: 0.5,
    volume_total: 1.5,
    cost: 0.001176,
    ...changes,
  };
}

/** An event as API v2 has them. */
export function event(changes: Changes): Record<string, unknown> {
  return {
    event_type: { id: 3, description: "Create PDP Context" },
    timestamp: "2026-10-20T12:00:00Z",
    alert: false,
    description: "New PDP Context opened",
    event_source: { id: 1, description: "Network" },
    event_severity: { id: 0, description: "INFO" },
    organisation: { id: 4, name: "Acme" },
    endpoint: { id: 9, name: ICCID, ip_address: "100.64.0.19", imei: "3520091118915105" },
    sim: { id: 1001, iccid: ICCID, msisdn: "882285100000018" },
    imsi: { id: 77, imsi: "901405100000019" },
    detail: { pdp_context: { apn: "sensor.net", rat_type: 2 } },
    ...changes,
  };
}
