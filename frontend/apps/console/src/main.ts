import { mount } from "svelte";
import Shell from "./Shell.svelte";
import "./style.css";
import { loadWords } from "./generated/messages/index.ts";

const words = await loadWords(document.documentElement.lang);
const target = document.getElementById("console");
if (target) mount(Shell, { target, props: { words } });
