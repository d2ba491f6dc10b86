// Printed text as a terminal shows it: returns within a line, and colors.

const COLORS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
const ESCAPE = /\x1b\[([\d;]*)([A-Za-z])/;

// What comes after a return covers what the line showed.
function settle(line) {
  const cover = (old, text) => text + old.slice(text.length);
  return line.includes("\r") ? line.split("\r").reduce(cover) : line;
}

function look(codes, old) {
  let classes = old;
  for (const code of (codes || "0").split(";").map(Number)) {
    if (code === 0) classes = [];
    if (code === 1) classes = [...classes, "live-bold"];
    const color = code >= 90 ? code - 90 : code - 30;
    if (COLORS[color]) {
      const others = classes.filter((name) => name === "live-bold");
      classes = [...others, `live-${COLORS[color]}`];
    }
  }
  return classes;
}

// Sets all that a stream has printed into an element.
export function setText(pre, text) {
  const lines = text.replaceAll("\r\n", "\n").split("\n").map(settle).join("\n");
  const [first, ...parts] = lines.split(new RegExp(ESCAPE, "g"));
  pre.replaceChildren(first);
  let classes = [];
  for (let i = 0; i < parts.length; i += 3) {
    const [codes, letter, words] = parts.slice(i, i + 3);
    if (letter === "m") classes = look(codes, classes);
    const span = document.createElement("span");
    span.className = classes.join(" ");
    span.textContent = words;
    pre.append(classes.length ? span : words);
  }
}
