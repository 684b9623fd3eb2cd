// One banner at a time, at the top of what it concerns: icon, sentence, nothing else.
import type { Model } from "./model.ts";
import { find, node, setText, show } from "./nodes.ts";

export class BannerView {
  private readonly model: Model;
  private forced: string | null = null;

  constructor(model: Model) {
    this.model = model;
  }

  /** Say something in the banner's place until `null` is said. */
  force(text: string | null): void {
    this.forced = text;
    this.draw();
  }

  draw(): void {
    const { model } = this;
    const offline = model.stale && !navigator.onLine;
    const text = this.forced ?? (model.stale ? model.words(offline ? "booking.ui.banner.offline" : "booking.ui.banner.reconnecting") : "");
    const banner = node("banner");
    banner.classList.toggle("warn", offline);
    setText(find(banner, "span"), text);
    show(banner, text !== "");
  }
}
