// The front end's rules; project references hold the layers too, this names the breach in words.
import svelte from "eslint-plugin-svelte";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

const only = (...packages) => ({
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          regex: `^@ringonce/(?!(${packages.join("|") || "none"})(/|$))`,
          message: "Layers: loader imports nothing; sync and kit import wire; apps import kit, sync, wire.",
        },
        { regex: "^(\\.\\./)+(apps|packages)/", message: "Import another package by its name." },
      ],
    },
  ],
});

export default defineConfig(
  { ignores: ["**/node_modules/**", "**/generated/**", "packages/wire/src/api.ts", "packages/wire/src/frames.ts"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "No enums: a union of strings needs no code." },
        {
          selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]",
          message: "A person's text is never HTML: use textContent or nodes.",
        },
        { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: "Use nodes." },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "svelte/no-at-html-tags": "error",
      // Maps and sets inside one function are not state.
      "svelte/prefer-svelte-reactivity": "off",
      // svelte-check judges which warnings a comment may silence.
      "svelte/no-unused-svelte-ignore": "off",
      eqeqeq: "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"] } },
  },
  { files: ["packages/wire/**"], rules: only() },
  { files: ["packages/sync/**", "packages/kit/**"], rules: only("wire") },
  { files: ["apps/loader/**"], rules: only() },
  { files: ["apps/*/**"], ignores: ["apps/loader/**"], rules: only("wire", "sync", "kit") },
);
