// Which menu of the inbox is open: one at a time, opened by its button or its key.
export type MenuName = "assign" | "snooze" | "label" | "priority" | "transfer" | "times" | "merge";

class Menus {
  open = $state<MenuName | null>(null);
  /** Raised when a key asks for the composer. */
  asked = $state(0);
  mode = $state<"reply" | "note">("reply");

  write(mode: "reply" | "note"): void {
    this.mode = mode;
    this.asked += 1;
  }

  flip(name: MenuName): void {
    this.open = this.open === name ? null : name;
  }
}

export const menus = new Menus();
