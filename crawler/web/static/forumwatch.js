// What is nicer with a script; every page works without it. Nothing is loaded but pages and parts of this server.
"use strict";

const EVERY_MS = 60_000;
const items = () => [...document.querySelectorAll("[data-list] [data-item]")].filter((item) => item.offsetParent);
let place = -1;
class Refused extends Error {} // by the server, which says why

// A page that the browser kept as it was shows what has changed since as it was, too.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

// Triage in its place: the server draws the part anew, also where somebody else was quicker.
document.addEventListener("submit", async (event) => {
  const part = event.target.closest("[data-triage]");
  if (!part || !event.submitter) return;
  event.preventDefault();
  const pressed = part.contains(document.activeElement); // a button that is not usable loses it
  const said = new URLSearchParams(new FormData(event.target, event.submitter));
  for (const button of part.querySelectorAll("button")) button.disabled = true;
  try {
    const answer = await fetch(event.target.action, { method: "POST", body: said, headers: { "X-Part": "triage" } });
    const body = await answer.text();
    const told = new DOMParser().parseFromString(body, "text/html");
    const drawn = told.querySelector("[data-triage]");
    if (!drawn) throw new Refused(answer.headers.get("content-type")?.includes("json") ? JSON.parse(body).detail : told.querySelector("main p")?.textContent);
    const year = part.closest("[data-item]")?.querySelector(".year"); // stands outside of the part
    if (year) year.textContent = drawn.dataset.edition;
    part.replaceWith(drawn);
    const next = drawn.querySelector("button");
    if (next && pressed) next.focus();
  } catch (err) {
    for (const button of part.querySelectorAll("button")) button.disabled = false;
    let note = part.querySelector(".warning") || part.insertBefore(document.createElement("p"), part.firstChild);
    note.className = "warning";
    note.setAttribute("role", "alert");
    note.textContent = (err instanceof Refused && err.message) || "That did not arrive. Is the server still running? Try again.";
  }
});

// What has come since the page was drawn: told, and never pushed under the reader's eyes.
const live = document.querySelector("[data-live]");
async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(`/api/v1/mentions?limit=100&after=${live.dataset.head}`);
    const count = answer.ok ? (await answer.json()).items.length : 0;
    const setBack = answer.status === 409; // to a copy: this page shows what is there no more
    if (!count && !setBack) return;
    const link = document.createElement("a");
    link.href = location.pathname + location.search;
    link.textContent = "show";
    const told = `${count === 100 ? "100 or more" : count} new ${count === 1 ? "mention" : "mentions"}: `;
    live.replaceChildren(setBack ? "The store was set back since this page was drawn: " : told, link);
  } catch {
    // the server rests: the next look tells
  }
}
if (live) setInterval(look, EVERY_MS);

// Keys, where there is a list of mentions. They can be switched off: a voice or a sip may type letters.
const keys = document.querySelector("[data-keys]");
const on = document.querySelector("[data-keys-on]");
const keysGo = () => on.checked && !document.activeElement?.matches("input, select, textarea");
const around = () => document.activeElement?.closest("[data-item]");
if (document.querySelector("[data-list]")) {
  keys.hidden = false;
  on.checked = localStorage.getItem("keys") !== "off";
  on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
}
function go(step) {
  const all = items();
  if (!all.length) return;
  document.querySelector(".here")?.classList.remove("here");
  if (around()) place = all.indexOf(around()); // a click or a tab has led there
  place = Math.max(0, Math.min(all.length - 1, place + step));
  all[place].classList.add("here");
  all[place].focus({ preventScroll: true });
  all[place].scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", (event) => {
  if (keys.hidden || !keysGo() || event.ctrlKey || event.metaKey || event.altKey) return;
  const here = around() || items()[place];
  const opens = event.key === "Enter" && document.activeElement?.matches("[data-item], body, main"); // else it is a link's or a button's own
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (opens && here) here.querySelector("[data-open]")?.click();
  else if ((event.key === "c" || event.key === "r") && here) here.querySelector(`[data-key="${event.key}"]`)?.click();
  else return;
  event.preventDefault();
});

// On a phone filters that ask nothing make room for what is there.
if (!location.search && matchMedia("(max-width: 44rem)").matches) {
  for (const box of document.querySelectorAll("[data-sieve]")) box.open = false;
}

// A filter form that leaves out what is empty, so that its address says only what is asked.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
  });
}
