// The launcher's look, in a closed shadow root: no rule of the host page reaches it, and none of ours leaves it.

const STYLE = `:host{all:initial!important;color-scheme:light dark!important;display:block!important;position:fixed!important;inset:auto 0 0!important;height:0!important;z-index:2147483000!important}
*{box-sizing:border-box}
div:not(.o)>.p{visibility:hidden}
div{--a:light-dark(oklch(.41 .065 var(--h)),oklch(.77 .075 var(--h)));--s:light-dark(#fffefb,#1e1b18);font:15px/24px system-ui;color:light-dark(#211d19,#f2ede5)}
button{all:unset;cursor:pointer;font-weight:600;box-sizing:border-box}
button:focus-visible{outline:2px solid var(--a);outline-offset:2px}
.l,.p{position:fixed;inset-block-end:24px;inset-inline-end:24px}
.l{display:flex;align-items:center;justify-content:center;gap:10px;min-width:56px;height:56px;border-radius:28px;background:var(--a);color:light-dark(#fff,oklch(.25 .04 var(--h)))}
.l:hover{filter:brightness(.9)}
.s *{inset-inline:24px auto}
.t{padding:0 20px}
svg{width:28px;fill:currentColor}
svg+svg,.o svg,.o b,.h .l,.o i,i:empty,b:empty,[hidden]{display:none!important}
.o svg+svg{display:block!important}
path+path,svg+svg{fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round}
.o .l{padding:0}
i{position:absolute;inset:-2px -2px auto auto!important;min-width:20px;padding:0 5px;border-radius:10px;background:#9c2f26;color:#fff;font:600 12px/20px system-ui;text-align:center;box-shadow:0 0 0 2px var(--s)}
.p{inset-block-end:96px;width:392px;height:min(736px,100dvh - 120px);border:1px solid light-dark(#e5dfd5,#37322d);border-radius:16px;background:var(--s);overflow:hidden;box-shadow:0 12px 40px -12px #0006}
iframe{width:100%;height:100%;border:0;color-scheme:light dark}
.p div{position:absolute;inset:0!important;padding:32px;display:grid;place-content:center;text-align:center;background:var(--s)}
.p button{color:var(--a);line-height:44px}
@media(max-width:700px){.p{inset:0!important;width:auto;height:100dvh;border:0;border-radius:0;padding-block:env(safe-area-inset-top) env(safe-area-inset-bottom)}.o .l{display:none}}`;

const WORDS = [
  ["Open the chat", "Close the chat", "Chat", "new", "The chat cannot be reached.", "Try again"],
  ["打开聊天", "关闭聊天", "聊天", "条新消息", "暂时无法连接聊天。", "重试"],
];

/** Open, close, title of the frame, "new", the sentence when nobody answers, try again. */
export const wordsOf = (locale: string): string[] => WORDS[/^zh/i.test(locale) ? 1 : 0] as string[];

export const make = <K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] => document.createElement(name);

const BELL = "M9.3 9V5.2h3.4V9a7.8 7.8 0 0 1 6.1 7.6H3.2A7.8 7.8 0 0 1 9.3 9zM2 18h18v2.6H2z";

/** The bell, and the arrow that closes. */
export const icons = (): SVGElement[] => [picture(BELL, "M17 4a9.6 9.6 0 0 1 4.5 5.3"), picture("M7 9.5l5 5 5-5")];

function picture(...paths: string[]): SVGElement {
  const svg = (name: string): SVGElement => document.createElementNS("http://www.w3.org/2000/svg", name);
  const whole = svg("svg");
  whole.setAttribute("viewBox", "0 0 24 24");
  for (const each of paths) whole.appendChild(svg("path")).setAttribute("d", each);
  return whole;
}

/** A style that a policy of the host page cannot forbid. */
export function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
}
