import type { RoomName } from "../lib/router.svelte.ts";
import type { IconName } from "../parts/icons.ts";

export const ROOM_ICONS: Record<RoomName, IconName> = {
  inbox: "inbox",
  bookings: "calendar",
  hours: "clock",
  services: "scissors",
  troubleshooter: "question",
  mails: "mail",
  settings: "gear",
};
