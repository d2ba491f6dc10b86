// Numbers as readers spell them; src/udl/exercises/spelled.py has the grammar, and one
// table of inputs tests both.
function readNumber(text) {
  const functions = { sqrt: Math.sqrt, exp: Math.exp, log: Math.log, ln: Math.log };
  const constants = { pi: Math.PI, e: Math.E };
  const signs = { "−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "∗": "*" };
  Object.assign(signs, { "÷": "/", "⁄": "/", π: " pi ", "√": " sqrt " });
  const above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
  const plain = [...text]
    .map((sign) => signs[sign] ?? sign)
    .join("")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/g, (raised) => {
      const digits = [...raised].map((sign) => "0123456789+-"[above.indexOf(sign)]);
      return `^(${digits.join("")})`;
    })
    .trim();
  let rest = plain;

  const unreadable = (piece) => Object.assign(new Error("unreadable"), { piece });
  const next = (pattern) => {
    const found = rest.match(pattern);
    if (!found) return "";
    rest = rest.slice(found[0].length).trimStart();
    return found[0].toLowerCase();
  };
  function sum() {
    let value = term();
    for (let sign; (sign = next(/^[+-]/));) value += sign === "+" ? term() : -term();
    return value;
  }
  function term() {
    let value = signed();
    for (let sign; (sign = next(/^(?:\*(?!\*)|\/)/));) {
      const here = rest;
      const factor = signed();
      if (sign === "/" && factor === 0) throw unreadable(`/${here}`);
      value = sign === "*" ? value * factor : value / factor;
    }
    return value;
  }
  function signed() {
    const sign = next(/^[+-]/);
    if (sign) return sign === "+" ? signed() : -signed();
    return power();
  }
  function power() {
    const here = rest;
    const base = percent();
    if (!next(/^(?:\^|\*\*)/)) return base;
    const value = base ** signed();
    if (!Number.isFinite(value)) throw unreadable(here);
    return value;
  }
  function percent() {
    const value = atom();
    return next(/^%/) ? value / 100 : value;
  }
  function atom() {
    const here = rest;
    const number = next(/^(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?/i);
    if (number) {
      // One and a bit, or more than a thousand?
      if (/^[1-9]\d{0,2},\d{3}$/.test(number)) throw unreadable(here);
      return Number(number.replace(",", "."));
    }
    if (next(/^\(/)) return closed();
    const name = next(/^[a-z]+/i);
    if (Object.hasOwn(constants, name)) return constants[name];
    if (!Object.hasOwn(functions, name)) throw unreadable(here);
    let value;
    if (next(/^\(/)) value = closed();
    else if (name === "sqrt") value = atom();
    else throw unreadable(here);
    value = functions[name](value);
    if (!Number.isFinite(value)) throw unreadable(here);
    return value;
  }
  function closed() {
    const value = sum();
    if (!next(/^\)/)) throw unreadable(rest);
    return value;
  }

  const value = sum();
  if (rest || !Number.isFinite(value)) throw unreadable(rest || plain);
  return value;
}

if (typeof module === "object") module.exports = { readNumber };
