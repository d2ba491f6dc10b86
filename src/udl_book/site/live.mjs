// Bundles the in-page runner. Argument: JSON {modules, source, target, macros}.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { modules, source, target, start, macros } = JSON.parse(process.argv[2]);
const { build } = await import(
  pathToFileURL(join(modules, "esbuild", "lib", "main.js")).href
).then((esbuild) => esbuild.default);

const common = {
  absWorkingDir: source,
  bundle: true,
  define: { BOOK_MACROS: JSON.stringify(macros) },
  logLevel: "warning",
  metafile: true,
  minify: true,
  nodePaths: [modules],
  target: "es2022",
};
const { metafile } = await build({
  ...common,
  entryPoints: ["runner.js", "worker.js"],
  format: "esm",
  outdir: target,
  splitting: true, // mathematics comes when the first formula does, and so on
});
await build({ ...common, entryPoints: ["start.js"], format: "iife", outfile: start });
cpSync(join(source, "harness"), join(target, "harness"), {
  recursive: true,
  filter: (path) => !path.endsWith("__pycache__"),
});

const packages = new Set(
  Object.keys(metafile.inputs)
    .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter(Boolean),
);
const licenses = [...packages].sort().map((name) => {
  const file = join(modules, name, "LICENSE");
  return `${name}\n\n${existsSync(file) ? readFileSync(file, "utf8") : ""}`;
});
writeFileSync(join(target, "LICENSES.txt"), licenses.join("\n\n"));
