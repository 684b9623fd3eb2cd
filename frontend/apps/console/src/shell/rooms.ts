import type { RoomName } from "../lib/router.svelte.ts";
import type { IconName } from "../parts/icons.ts";

export const ROOM_ICONS: Record<RoomName, IconName> = {
  inbox: "inbox",
  bookings: "calendar",
  people: "people",
  hours: "clock",
  services: "scissors",
  troubleshooter: "question",
  mails: "mail",
  log: "log",
  trace: "log",
  chat: "chat",
  settings: "gear",
};
