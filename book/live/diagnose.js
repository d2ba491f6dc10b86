// Why something did not come: we look at it once more and say what we find.
import { FILE, READABLE } from "./sentences.js";

const PATIENCE = 5_000; // milliseconds
let refused = ""; // the directive of a security policy

addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
  refused = effectiveDirective;
});

async function look(url, detail) {
  const { host, pathname } = new URL(url, location.href);
  const file = pathname.split("/").at(-1);
  if (!navigator.onLine) return `You are offline: Python cannot come from ${host}.`;
  const signal = AbortSignal.timeout(PATIENCE);
  const options = { method: "HEAD", cache: "no-store", signal };
  const answer = await fetch(url, options).catch(() => undefined);
  if (refused || /content security policy/i.test(detail))
    return (
      "Python could not be loaded: the security policy that this site is served with " +
      `refuses it (${refused || "script-src"}). Its host can mend that.`
    );
  if (!answer)
    return (
      `Python could not be loaded: ${host} does not answer as it should. You may be ` +
      "offline, or a filter blocks that address."
    );
  if (!answer.ok)
    return `Python could not be loaded: ${host} answers ${answer.status} for ${file}.`;
  const type = answer.headers.get("content-type") ?? "a file without a type";
  if (/\.m?js$/.test(file) && !type.includes("javascript"))
    return (
      `Python could not be loaded: ${host} sends ${file} as ${type}, and browsers run ` +
      "only text/javascript. Its host can mend that."
    );
  return `Python could not be started in this browser (${detail.slice(0, 120)}).`;
}

export async function whyNot(url, detail = "") {
  if (location.protocol === "file:") return FILE;
  return `${await look(url, `${detail}`.split("\n")[0])} ${READABLE}`;
}
