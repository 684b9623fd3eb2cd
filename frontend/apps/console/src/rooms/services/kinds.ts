export const LOCATION_KINDS = ["in-person", "phone-host-calls", "phone-guest-calls", "link"] as const;

export const QUESTION_KINDS = [
  "short-text", "long-text", "phone", "email", "address", "number", "select", "multi-select", "radio", "checkbox-group", "checkbox", "url", "name",
] as const;

export const WITH_OPTIONS: readonly string[] = ["select", "multi-select", "radio", "checkbox-group"];
