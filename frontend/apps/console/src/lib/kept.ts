// What a browser keeps for this person: never throws, and where storage is blocked it forgets with the page.

const forgetful = new Map<string, string>();

export const kept = {
  get(name: string): string | null {
    try {
      return localStorage.getItem(name);
    } catch {
      return forgetful.get(name) ?? null;
    }
  },
  put(name: string, text: string): void {
    try {
      localStorage.setItem(name, text);
    } catch {
      forgetful.set(name, text);
    }
  },
  drop(name: string): void {
    forgetful.delete(name);
    try {
      localStorage.removeItem(name);
    } catch {
      // Blocked: then nothing was kept.
    }
  },
};
