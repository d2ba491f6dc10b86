// Why something did not come: we look at it once more and say what we find.
import { FILE, READABLE } from "./sentences.js";

const PATIENCE = 5_000; // milliseconds
let refused; // by a security policy

addEventListener("securitypolicyviolation", (event) => {
  refused = event.effectiveDirective;
});

async function cause(url, detail) {
  const { host, pathname } = new URL(url, location.href);
  const file = pathname.split("/").at(-1);
  if (!navigator.onLine) return `You are offline, and it comes from ${host}.`;
  const options = {
    method: "HEAD",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  };
  const answer = await fetch(url, options).catch(() => undefined);
  await new Promise(setTimeout); // a refusal is told after what it breaks
  const type = answer?.headers.get("content-type") ?? "a file of no type";
  const policy = refused ?? /content security policy: (\S+)/.exec(detail)?.[1];
  if (policy) return `the security policy of this site refuses it (${policy}).`;
  if (!answer)
    return `${host} does not answer as it should. You may be offline, or a filter blocks it.`;
  if (!answer.ok) return `${host} answers ${answer.status} for ${file}.`;
  if (/\.m?js$/.test(file) && !type.includes("javascript"))
    return `${host} sends ${file} as ${type}, and browsers run only text/javascript.`;
  return `${detail.slice(0, 120)}.`;
}

export async function whyNot(url, detail) {
  if (location.protocol === "file:") return FILE;
  const why = await cause(url, `${detail}`.split("\n")[0]);
  return `Python could not be loaded: ${why} ${READABLE}`;
}
