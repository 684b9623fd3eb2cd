import "./style.css";
import { loadWords } from "./generated/messages/index.ts";

const words = await loadWords(document.documentElement.lang);
document.documentElement.dataset["words"] = words.locale;
