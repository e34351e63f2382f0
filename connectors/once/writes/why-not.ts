import type { Operation } from "../../provider.ts";
import { CAPABLE, TOP_UP_PACKAGE } from "../capabilities.ts";
import { whyNotSend } from "./sms.ts";

/** Why an operation would be refused for every SIM; null where it would not. */
export function whyNot(operation: Operation): string | null {
  switch (operation.kind) {
    case "set": {
      const { rate_plan, data_total, sms_total } = operation.values;
      if (rate_plan !== undefined) return CAPABLE.rate_plan;
      return data_total !== undefined || sms_total !== undefined ? CAPABLE.set_quota : null;
    }
    case "send_sms":
      return whyNotSend(operation.text);
    case "top_up":
      return TOP_UP_PACKAGE.about;
    case "refresh_usage":
      return CAPABLE.refresh_usage;
    default:
      return null;
  }
}
