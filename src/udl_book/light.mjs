// Joins style sheets, without the rules that no page can use, and joins scripts.
// Standard input: JSON {modules, static, styles, scripts, content, whole}.
// Standard output: JSON {css, js}.
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";

const input = JSON.parse(readFileSync(0, "utf8"));
const load = (...path) => import(pathToFileURL(join(input.modules, ...path)).href);
const { PurgeCSS } = await load("purgecss", "lib", "purgecss.js");
const esbuild = await load("esbuild", "lib", "main.js");
const read = (path) => readFileSync(join(input.static, path), "utf8");

const words = new Set();
for (const path of input.content) {
  for (const word of readFileSync(path, "utf8").match(/[\w-]+/g) ?? []) words.add(word);
}

// Addresses become those of the folder; what a sheet imports takes the import's place.
function sheet(path) {
  const here = (other) => posix.join(posix.dirname(path), other);
  return read(path)
    .replace(/url\((['"]?)(?!data:)([^'")]+)\1\)/g, (_, __, other) => `url(${here(other)})`)
    .replace(/@import "([^"]+)";/g, (_, other) => sheet(here(other)));
}

async function purged(path) {
  if (input.whole.includes(path)) return sheet(path);
  const [{ css }] = await new PurgeCSS().purge({
    content: [{ raw: [...words].join(" "), extension: "html" }],
    css: [{ raw: sheet(path) }],
    dynamicAttributes: ["data-theme", "data-mode"],
    fontFace: true,
    keyframes: true,
  });
  return css;
}

const small = async (code, loader) =>
  (await esbuild.transform(code, { loader, minify: true, legalComments: "none" })).code;
const css = (await Promise.all(input.styles.map(purged))).join("\n");
const js = input.scripts.map(read).join("\n;\n");
process.stdout.write(
  JSON.stringify({ css: await small(css, "css"), js: await small(js, "js") }),
);
