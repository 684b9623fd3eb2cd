// One configuration for every app; tools/build.mjs calls it once per app, so that no chunk is shared between
// a page that must be light and one that need not be.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { basename } from "node:path";
import { ASSETS, FRONTEND } from "./tools/apps.mjs";

/** The Vite settings for one app; `watch` keeps building. */
export function settingsFor(app, { watch = false, outDir = ASSETS } = {}) {
  return {
    configFile: false,
    root: FRONTEND,
    base: "/assets/",
    publicDir: false,
    logLevel: "warn",
    plugins: [svelte({ configFile: `${FRONTEND}/svelte.config.js` }), speaking(app.locale)],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      manifest: `${app.id}.vite.json`,
      sourcemap: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // Nothing is inlined: the policy of the pages forbids data: URLs in scripts and styles.
      assetsInlineLimit: 0,
      watch: watch ? {} : null,
      rolldownOptions: {
        input: app.entries,
        output: {
          ...(app.script ? { format: "iife" } : {}),
          entryFileNames: "[name]-[hash].js",
          chunkFileNames: (chunk) => `${app.name}-${nameOf(chunk)}-[hash].js`,
          assetFileNames: `${app.name}-[name]-[hash][extname]`,
        },
      },
    },
  };
}

/** In a build of one language, `generated/messages/en.ts` is that language's file. */
function speaking(locale) {
  return {
    name: "one-language",
    enforce: "pre",
    resolveId(source, from) {
      const wanted = locale && source.endsWith("generated/messages/en.ts");
      return wanted ? this.resolve(source.replace("en.ts", `${locale}.ts`), from, { skipSelf: true }) : null;
    },
  };
}

function nameOf(chunk) {
  return basename(chunk.name ?? "part").replace(/[^A-Za-z0-9-]/g, "") || "part";
}

export default settingsFor({ name: "all", id: "all", locale: null, entries: {} });
