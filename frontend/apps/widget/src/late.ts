// Parts that are loaded when they are met. One that does not come says so where it would be, and can be asked again.
import { h } from "./dom.ts";
import { words } from "./words.ts";

export function late<T>(load: () => Promise<T>, place: Element): Promise<T> {
  return load().catch(
    () =>
      new Promise<T>((done) => {
        const note = h("p", { class: "late", role: "status" }, words("widget.late"), " ");
        const again = (): void => {
          note.remove();
          done(late(load, place));
        };
        note.append(h("button", { type: "button", class: "link", onclick: again }, words("widget.again")));
        place.append(note);
      }),
  );
}
