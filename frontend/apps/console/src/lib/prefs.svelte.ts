// What this browser prefers: language and light or dark. The server never hears of it.

export type Locale = "en" | "zh-CN";
export type Scheme = "system" | "light" | "dark";

export const LOCALES: Locale[] = ["en", "zh-CN"];

function firstLocale(): Locale {
  const kept = localStorage.getItem("ringonce.locale") ?? document.documentElement.lang;
  return kept.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

function firstScheme(): Scheme {
  const kept = localStorage.getItem("ringonce.scheme");
  return kept === "light" || kept === "dark" ? kept : "system";
}

class Prefs {
  locale = $state<Locale>(firstLocale());
  scheme = $state<Scheme>(firstScheme());

  keepLocale(locale: Locale): void {
    localStorage.setItem("ringonce.locale", locale);
    this.locale = locale;
    document.documentElement.lang = locale;
  }

  keepScheme(scheme: Scheme): void {
    localStorage.setItem("ringonce.scheme", scheme);
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
