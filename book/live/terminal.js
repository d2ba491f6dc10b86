// Printed text as a terminal shows it: returns within a line, and colors.

// Written out, as style sheets keep only the names that stand somewhere.
const LOOKS = { 1: "live-bold", 31: "live-red", 32: "live-green", 33: "live-yellow" };
Object.assign(LOOKS, { 34: "live-blue", 35: "live-magenta", 36: "live-cyan" });
const ESCAPE = /\x1b\[([\d;]*)([A-Za-z])/;

// What comes after a return covers what the line showed.
function settle(line) {
  const cover = (old, text) => text + old.slice(text.length);
  return line.includes("\r") ? line.split("\r").reduce(cover) : line;
}

// Sets all that a stream has printed into an element.
export function setText(pre, text) {
  const lines = text.replaceAll("\r\n", "\n").split("\n").map(settle).join("\n");
  const [first, ...parts] = lines.split(new RegExp(ESCAPE, "g"));
  pre.replaceChildren(first);
  let looks = [];
  for (let i = 0; i < parts.length; i += 3) {
    const [codes, letter, words] = parts.slice(i, i + 3);
    for (const code of letter === "m" ? codes.split(";").map(Number) : []) {
      if (code === 0) looks = [];
      else looks.push(LOOKS[code > 89 ? code - 60 : code]); // 91 is a lighter 31
    }
    const span = document.createElement("span");
    span.className = looks.filter(Boolean).join(" ");
    span.textContent = words;
    pre.append(span);
  }
}
