// Who this browser is, kept by the host's page: made at the first interaction, once, whatever the number of tabs.

export interface Token {
  known(): string | null;
  /** Keep the one proposed, in the place of `was`, unless a tab was quicker; resolves with the one that counts. */
  settle(proposed: string, was?: string | null): Promise<string>;
  forget: () => void;
}

/** `changed`: another tab made one, or, empty, somebody said goodbye here or there. */
export function tokenOf(workspace: string | undefined, changed: (token: string) => void): Token {
  const name = `ringonce:visitor:${workspace}`;
  // Where storage is blocked the token lives as long as this page.
  const attempt = (run: (storage: Storage) => string | null | void): string | null => {
    try {
      return run(localStorage) ?? null;
    } catch {
      return null;
    }
  };
  const read = (): string | null => attempt((storage) => storage.getItem(name));
  let value = read();
  addEventListener("storage", ({ key, newValue }) => {
    if (key === name && newValue !== null && newValue !== value) changed((value = newValue));
  });
  return {
    known: () => value,
    async settle(proposed, was) {
      if (value && value !== was) return value;
      // Another tab may be another process, whose storage hears of this write only a moment later: wait, and
      // read again, before the next tab reads. Locks do not exist on plain http, and are refused where storage is.
      const take = async (): Promise<string> => {
        const found = read();
        if (found && found !== was) return found;
        attempt((storage) => storage.setItem(name, proposed));
        await new Promise((done) => setTimeout(done, 99));
        return read() || proposed;
      };
      try {
        value = await navigator.locks.request(name, take);
      } catch {
        value = await take();
      }
      return value;
    },
    forget() {
      // Not "unknown" but "nobody": the frame forgets its copy even if it hears of it only on the next page.
      attempt((storage) => storage.setItem(name, (value = "")));
      changed("");
    },
  };
}
