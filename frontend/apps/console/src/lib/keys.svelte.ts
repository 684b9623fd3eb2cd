// Single-key commands. They sleep while a person types, while a dialog is open, and when switched off.
import { untrack } from "svelte";
import { kept } from "./kept.ts";

export interface Command {
  id: string;
  /** As pressed: "j", "?", "Escape", "ctrl+k". None: only in the palette. */
  key?: string;
  text: string;
  group: string;
  run: () => void;
  /** Not listed in the palette (j, k and the like). */
  quiet?: boolean;
}

const STORED = "ringonce.keys";

class Keys {
  commands = $state.raw<Command[]>([]);
  on = $state(kept.get(STORED) !== "off");

  constructor() {
    addEventListener("keydown", (event) => this.#press(event));
  }

  switch(on: boolean): void {
    this.on = on;
    kept.put(STORED, on ? "on" : "off");
  }

  /** Adds commands for the life of a component; later ones win over earlier ones with the same key. */
  add(commands: Command[]): () => void {
    // Called from effects, which must not depend on the list that they change.
    this.commands = untrack(() => [...commands, ...this.commands]);
    return () => {
      this.commands = untrack(() => this.commands.filter((command) => !commands.includes(command)));
    };
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const chord = event.ctrlKey || event.metaKey;
    const name = (chord ? "ctrl+" : "") + (chord ? event.key.toLowerCase() : event.key);
    if (!chord && (!this.on || typing(event.target) || document.querySelector("dialog[open]"))) return;
    const command = this.commands.find((one) => one.key === name);
    if (!command) return;
    event.preventDefault();
    command.run();
  }
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

export const keys = new Keys();
