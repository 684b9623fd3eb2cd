"""A page that is watched for anything a stored text could do: run, open, load, go away, make an element."""

from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.async_api import Frame, Page, Request

#: Before any script of the page: whatever a payload calls is written down, in the frame where it was called.
SPY = """
window.__xss = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = (...said) => { window.__xss.push(name + ":" + said.join(" ").slice(0, 80)); return null; };
}
document.addEventListener("securitypolicyviolation", (event) => {
  window.__xss.push("policy:" + event.effectiveDirective + " " + event.blockedURI);
});
"""

#: Elements that no text of a person may become, and attributes that run.
FOUND = """() => {
  const wrong = [];
  const never = "script, iframe, object, embed, form[action], base, meta[http-equiv], link[href^='http'], "
    + "style, portal, applet, frameset, marquee, math, foreignObject, audio, video, template";
  const roots = [...document.querySelectorAll("[role=log], main, [role=region], aside, ul, ol, table")];
  const seen = new Set();
  for (const root of roots) for (const node of root.querySelectorAll("*")) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.matches(never)) wrong.push(node.outerHTML.slice(0, 120));
    for (const each of node.attributes) {
      const value = each.value.replace(/[\\u0000-\\u0020]+/g, "").toLowerCase();
      if (/^on/i.test(each.name)) wrong.push(each.name + "=" + each.value.slice(0, 80));
      if (/^(href|src|action|formaction|xlink:href|data|srcdoc)$/i.test(each.name)
        && /^(javascript|vbscript|data:(?!image))/.test(value)) wrong.push(each.name + "=" + value);
    }
  }
  return wrong;
}"""


@dataclass
class Watched:
    """One page, from before it loads."""

    page: Page
    hosts: frozenset[str]
    seen: list[str] = field(default_factory=list)

    @classmethod
    async def on(cls, page: Page, *origins: str) -> Self:
        made = cls(page, frozenset(urlsplit(each).netloc for each in origins))
        await page.add_init_script(SPY)
        page.on("dialog", made._dialog)
        page.on("request", made._asked)
        page.on("popup", lambda popup: made.seen.append(f"popup {popup.url}"))
        page.on("framenavigated", made._went)
        return made

    async def faults(self) -> list[str]:
        """Everything that should not be; empty means that every text stayed text."""
        found = list(self.seen)
        for frame in self.page.frames:
            found += [f"{frame.url}: {each}" for each in await frame.evaluate("() => window.__xss ?? []")]
            found += [f"{frame.url}: {each}" for each in await frame.evaluate(FOUND)]
        return found

    async def _dialog(self, dialog: Any) -> None:
        self.seen.append(f"dialog {dialog.message}")
        await dialog.dismiss()

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc not in self.hosts:
            self.seen.append(f"request {request.url[:120]}")

    def _went(self, frame: Frame) -> None:
        parts = urlsplit(frame.url)
        if parts.netloc not in self.hosts and frame.url != "about:blank":
            self.seen.append(f"frame {frame.url[:120]}")
