// Joins style sheets, without the rules that no page can use, and joins scripts.
// Standard input: JSON {modules, static, styles, scripts, content, whole, icons}.
// Standard output: JSON {css, js, icons}; an icon is [width, height, ..., path].
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";

const input = JSON.parse(readFileSync(0, "utf8"));
const load = (...path) => import(pathToFileURL(join(input.modules, ...path)).href);
const { PurgeCSS } = await load("purgecss", "lib", "purgecss.js");
const esbuild = await load("esbuild", "lib", "main.js");
const read = (path) => readFileSync(join(input.static, path), "utf8");

const words = new Set(["svg", "svg-inline--fa"]); // which the icons will be
for (const path of input.content) {
  const text = readFileSync(path, "utf8");
  const tags = path.endsWith(".html") ? text.match(/<[^>]+>/g) : [text];
  for (const word of tags.join(" ").match(/[\w-]+/g) ?? []) words.add(word);
}

// Addresses become those of the folder; what a sheet imports takes the import's place.
function sheet(path) {
  const here = (other) => posix.join(posix.dirname(path), other);
  return read(path)
    .replace(
      /url\((['"]?)(?!data:)([^'")]+)\1\)/g,
      (_, __, other) => `url(${here(other)})`,
    )
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
const scripts = input.scripts.map((names) =>
  small(names.map(read).join("\n;\n"), "js"),
);
// Run without a document, the script of the icons only says what it has.
const window = {};
runInContext(read(input.icons), createContext({ window }));
process.stdout.write(
  JSON.stringify({
    css: await small(css, "css"),
    js: await Promise.all(scripts),
    icons: window.___FONT_AWESOME___.styles.fas,
  }),
);
