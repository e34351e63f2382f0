import { z } from "zod";

export const QuotaType = z.enum(["data", "sms"]);

export const FIELD_OF_QUOTA = { data: "data_total", sms: "sms_total" } as const;
