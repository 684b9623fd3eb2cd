// A small board of emoji: the usual ones, by keyboard too.
import "../lazy.css";
import { attr, h } from "../dom.ts";
import { words } from "../words.ts";

const BOARD =
  "😀 😃 😄 😁 😅 😂 🙂 😉 😊 😇 🥰 😍 😘 😋 😜 🤪 🤔 🤨 😐 😏 🙄 😬 😌 😔 😴 😷 🤒 🤕 🥵 🥶 😎 🤓 😕 😟 🙁 😮 😳 🥺 😢 😭 😱 😤 😡 🤯 🥳 👍 👎 👌 ✌️ 🤞 🤟 👋 🙌 👏 🙏 💪 🤝 ❤️ 🧡 💛 💚 💙 💜 🖤 💔 ✨ ⭐ 🔥 🎉 🎂 🌹 🌻 ☀️ 🌧️ ❄️ ☕ 🍰 🍕 🚗 🚲 🚆 ✈️ 📅 ⏰ 📍 📞 ✅ ❌ ❓ ❗".split(" ");
const WIDE = 8;

let shown: HTMLElement | null = null;

export function openEmoji(from: HTMLElement, place: HTMLElement, pick: (text: string) => void): void {
  if (shown) {
    close(from);
    return;
  }
  const keys = board(pick, () => close(from));
  shown = h("div", { class: "emoji", role: "group", "aria-label": words("widget.emoji"), onkeydown: (event: KeyboardEvent) => move(event, keys, from) }, ...keys);
  place.append(shown);
  attr(from, "aria-expanded", "true");
  keys[0]?.focus();
}

function close(from: HTMLElement): void {
  shown?.remove();
  shown = null;
  attr(from, "aria-expanded", "false");
}

function board(pick: (text: string) => void, done: () => void): HTMLButtonElement[] {
  return BOARD.map((sign, n) =>
    h("button", { type: "button", tabindex: n ? "-1" : "0", onclick: () => {
      done();
      pick(sign);
    } }, sign),
  );
}

function move(event: KeyboardEvent, keys: HTMLButtonElement[], from: HTMLElement): void {
  if (event.key === "Escape") {
    event.preventDefault();
    close(from);
    from.focus();
    return;
  }
  const side = getComputedStyle(from).direction === "rtl" ? -1 : 1;
  const steps: Record<string, number> = { ArrowRight: side, ArrowLeft: -side, ArrowDown: WIDE, ArrowUp: -WIDE };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = keys.indexOf(document.activeElement as HTMLButtonElement);
  const next = keys[at + step];
  if (!next) return;
  keys[at]?.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
