import { mount } from "svelte";
import App from "./App.svelte";
import { prefs } from "./lib/prefs.svelte.ts";
import { speak } from "./lib/words.ts";
import "./desk.css";

prefs.paint();
document.documentElement.lang = prefs.locale;
await speak(prefs.locale);
const target = document.getElementById("console");
if (target) {
  target.replaceChildren();
  mount(App, { target });
}
