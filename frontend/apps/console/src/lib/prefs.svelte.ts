// What this browser prefers: language and light or dark. The server never hears of it.

import { kept } from "./kept.ts";

export type Locale = "en" | "zh-CN";
export type Scheme = "system" | "light" | "dark";

export const LOCALES: Locale[] = ["en", "zh-CN"];

function firstLocale(): Locale {
  const chosen = kept.get("ringonce.locale") ?? document.documentElement.lang;
  return chosen.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

function firstScheme(): Scheme {
  const chosen = kept.get("ringonce.scheme");
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

class Prefs {
  locale = $state<Locale>(firstLocale());
  scheme = $state<Scheme>(firstScheme());

  keepLocale(locale: Locale): void {
    kept.put("ringonce.locale", locale);
    this.locale = locale;
    document.documentElement.lang = locale;
  }

  keepScheme(scheme: Scheme): void {
    kept.put("ringonce.scheme", scheme);
    this.scheme = scheme;
    this.paint();
  }

  paint(): void {
    const { style } = document.documentElement;
    if (this.scheme === "system") style.removeProperty("color-scheme");
    else style.setProperty("color-scheme", this.scheme);
  }
}

export const prefs = new Prefs();
