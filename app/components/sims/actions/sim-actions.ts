import {
  Building2,
  CirclePause,
  CirclePlay,
  type LucideIcon,
  MessageSquareText,
  PencilLine,
  PlusCircle,
  RadioTower,
  RefreshCw,
  Tag,
  Tags,
  Trash2,
} from "lucide-react";
import type { ComponentType } from "react";
import type { Need } from "#domain/providers/provider-offer.ts";
import { CustomerForm } from "./customer-form.tsx";
import { LabelForm } from "./label-form.tsx";
import { RatePlanForm } from "./rate-plan-form.tsx";
import { SmsForm } from "./sms-form.tsx";
import { TagsForm } from "./tags-form.tsx";
import { TopUpForm } from "./top-up-form.tsx";

export type Fields = Readonly<Record<string, unknown>>;

export interface ActionFormProps {
  /** Proposes the change with what was filled in. */
  readonly onPropose: (fields: Fields) => void;
  readonly isBusy: boolean;
}

export interface SimAction {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly path: string;
  /** What goes to the server besides the ICCIDs, where nothing has to be asked. */
  readonly fields?: Fields;
  readonly Form?: ComponentType<ActionFormProps>;
  /** What the provider has to be able to do. */
  readonly needs?: Need;
  /** Makes sense for one SIM only. */
  readonly isForOne?: boolean;
}

/** What can be done to SIMs that were selected one by one. Each is only a proposal. */
export const SIM_ACTIONS: readonly SimAction[] = [
  {
    id: "activate",
    label: "Activate",
    icon: CirclePlay,
    path: "/api/v1/sims/status",
    fields: { status: "active" },
  },
  {
    id: "suspend",
    label: "Suspend",
    icon: CirclePause,
    path: "/api/v1/sims/status",
    fields: { status: "suspended" },
  },
  {
    id: "rate-plan",
    label: "Change rate plan",
    icon: Tag,
    path: "/api/v1/sims/rate-plan",
    Form: RatePlanForm,
    needs: "rate_plan",
  },
  {
    id: "top-up",
    label: "Top up",
    icon: PlusCircle,
    path: "/api/v1/sims/top-up",
    Form: TopUpForm,
    needs: "top_up",
  },
  { id: "tags", label: "Change tags", icon: Tags, path: "/api/v1/sims/update", Form: TagsForm },
  {
    id: "label",
    label: "Rename",
    icon: PencilLine,
    path: "/api/v1/sims/update",
    Form: LabelForm,
    isForOne: true,
  },
  {
    id: "customer",
    label: "Change customer",
    icon: Building2,
    path: "/api/v1/sims/update",
    Form: CustomerForm,
  },
  {
    id: "sms",
    label: "Send SMS",
    icon: MessageSquareText,
    path: "/api/v1/sims/sms",
    Form: SmsForm,
    needs: "sms",
  },
  {
    id: "reset",
    label: "Reset connectivity",
    icon: RadioTower,
    path: "/api/v1/sims/reset",
    fields: {},
    needs: "reset",
  },
  {
    id: "refresh-usage",
    label: "Refresh usage",
    icon: RefreshCw,
    path: "/api/v1/sims/refresh-usage",
    fields: {},
    needs: "refresh_usage",
  },
  { id: "remove", label: "Remove", icon: Trash2, path: "/api/v1/sims/delete", fields: {} },
];
