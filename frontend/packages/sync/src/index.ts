export * from "./clock.ts";
export * from "./intent.ts";
export * from "./journal.ts";
export * from "./live.ts";
export * from "./ports.ts";
export * from "./slots.ts";
export * from "./verdict.ts";
