// Answers each line of JSON {tex, display} with a line {html} or {error}.
// Arguments: the folder of KaTeX, and the macros as JSON.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, macros] = process.argv.slice(2);
const { default: katex } = await import(pathToFileURL(folder + "/dist/katex.mjs").href);

function render({ tex, display }) {
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      macros: JSON.parse(macros), // a fresh copy: \gdef must not leak
      output: "htmlAndMathml",
      throwOnError: true,
      strict: "error",
      trust: false,
    });
    // The TeX source would be a third copy of the formula in every page.
    return { html: html.replace(/<annotation[^>]*>[^]*?<\/annotation>/g, "") };
  } catch (error) {
    return { error: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(render(JSON.parse(line))) + "\n");
}
