/** Words to an address: "Cut & finish" -> "cut-finish". Empty where nothing of it is Latin. */
export function slugOf(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
}
