// What goes into the pages of a site, and onto its server. Code is the same in every language.

export interface Site {
  origin: string;
  workspace: string;
  inbox: string;
}

export function htmlLine({ origin, workspace, inbox }: Site): string {
  return `<script async src="${origin}/embed.js" data-workspace="${workspace}" data-inbox="${inbox}"></script>`;
}

export function reactCode({ origin, workspace, inbox }: Site): string {
  return `import { useEffect } from "react";

export function Chat() {
  useEffect(() => {
    if (document.querySelector('script[data-inbox="${inbox}"]')) return;
    const script = document.createElement("script");
    script.async = true;
    script.src = "${origin}/embed.js";
    script.dataset.workspace = "${workspace}";
    script.dataset.inbox = "${inbox}";
    document.body.append(script);
  }, []);
  return null;
}`;
}

export function wordpressCode({ origin, workspace, inbox }: Site): string {
  return `// functions.php of your theme
add_action('wp_footer', function () {
    echo '<script async src="${origin}/embed.js" data-workspace="${workspace}" data-inbox="${inbox}"></script>';
});`;
}

export function pageCode(): string {
  return `window.ringonce = window.ringonce || function () { (ringonce.q = ringonce.q || []).push(arguments) };
ringonce("identify", token);   // the token that your server made
ringonce("reset");             // when the person signs out`;
}

export const LANGUAGES = ["python", "node", "php"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A JWT with HS256, made of the standard library alone. */
export function serverCode(language: Language, { workspace, inbox }: Site): string {
  if (language === "python") return `import base64, hashlib, hmac, json, os, time

def chat_token(user):
    secret = os.environ["RINGONCE_CHAT_SECRET"].encode()
    pack = lambda raw: base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
    head = pack(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    body = pack(json.dumps({
        "wsp": "${workspace}", "inb": "${inbox}", "sub": str(user.id),
        "email": user.email, "name": user.name, "exp": int(time.time()) + 3600,
    }).encode())
    sign = hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest()
    return f"{head}.{body}.{pack(sign)}"`;
  if (language === "node") return `import { createHmac } from "node:crypto";

export function chatToken(user) {
  const pack = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = pack({ alg: "HS256", typ: "JWT" });
  const body = pack({
    wsp: "${workspace}", inb: "${inbox}", sub: String(user.id),
    email: user.email, name: user.name, exp: Math.floor(Date.now() / 1000) + 3600,
  });
  const sign = createHmac("sha256", process.env.RINGONCE_CHAT_SECRET).update(\`\${head}.\${body}\`).digest("base64url");
  return \`\${head}.\${body}.\${sign}\`;
}`;
  return `function chat_token($user) {
    $pack = fn($raw) => rtrim(strtr(base64_encode($raw), '+/', '-_'), '=');
    $head = $pack(json_encode(['alg' => 'HS256', 'typ' => 'JWT']));
    $body = $pack(json_encode([
        'wsp' => '${workspace}', 'inb' => '${inbox}', 'sub' => (string) $user->id,
        'email' => $user->email, 'name' => $user->name, 'exp' => time() + 3600,
    ]));
    $sign = hash_hmac('sha256', "$head.$body", getenv('RINGONCE_CHAT_SECRET'), true);
    return "$head.$body." . $pack($sign);
}`;
}
