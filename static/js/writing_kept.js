// What is typed and not saved yet waits in this browser: sessions end, tabs are closed, machines stop.
const notice = document.querySelector(".writing-kept");
const panel = document.querySelector(".writing");
const fields = ["title", "summary", "text"].map((name) => document.getElementById(`id_${name}`));
const place = `psychly-writing:${location.pathname}`;

// Line ends and blanks around a text are not words.
const typed = () => fields.map((field) => field.value.replace(/\r\n/g, "\n").trim());
const isSame = (one, other) => one.join("\0") === other.join("\0");
const forget = () => localStorage.removeItem(place);

function kept() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function keep() {
  try {
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), words: fields.map((field) => field.value) }));
  } catch {
    // A browser that keeps nothing: the question before the page is left is still asked.
  }
}

function say(words, ...buttons) {
  notice.querySelector("p").textContent = words;
  for (const button of notice.querySelectorAll("button")) button.hidden = !buttons.includes(button.dataset.act);
  notice.hidden = false;
  notice.scrollIntoView({ block: "nearest" });
}

function bringBack(words) {
  words.forEach((each, at) => (fields[at].value = each));
  notice.hidden = true;
  fields.at(-1).dispatchEvent(new Event("input", { bubbles: true }));
  fields.at(-1).focus();
}

// Asked before a text goes out: from whoever is signed out, the server would take nothing.
async function canBeSaved(form) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(panel.dataset.check, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
  return answer?.ok && !answer.redirected;
}

let isSent = false;
let isAsking = false;
async function send(event) {
  const { submitter, currentTarget: form } = event;
  if (isSent || submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  if (isAsking) return;
  isAsking = true;
  const goes = await canBeSaved(form);
  isAsking = false;
  if (!goes) return say(notice.dataset.cannot);
  isSent = true;
  forget();
  form.requestSubmit(submitter);
}

if (notice && fields.every(Boolean)) {
  const form = fields[0].form;
  const first = typed();
  const isRefused = document.querySelector(".errornote:not(.writing-kept)") !== null;
  const before = kept();
  form.prepend(notice);
  notice.querySelector('[data-act="back"]').addEventListener("click", () => bringBack(before.words));
  notice.querySelector('[data-act="away"]').addEventListener("click", () => {
    forget();
    notice.hidden = true;
  });
  if (before && !isSame(before.words.map((words) => words.trim()), first))
    say(notice.dataset.found.replace("{at}", new Date(before.at).toLocaleString()), "back", "away");
  else if (isRefused) keep();
  else forget();
  // What is offered stays as it is until somebody has chosen, whatever is typed meanwhile.
  const isOffered = () => !notice.hidden && !notice.querySelector('[data-act="back"]').hidden;
  const isChanged = () => isRefused || !isSame(typed(), first);
  form.addEventListener("input", () => {
    if (!isOffered()) isChanged() ? keep() : forget();
  });
  form.addEventListener("submit", send);
  addEventListener("beforeunload", (event) => {
    if (isChanged() && !isSent) event.preventDefault();
  });
}
