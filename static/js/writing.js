// Beside the text of a guide: what the server makes of it while it is written, and references to pick after an @.
// Without this there are the button for a preview, and the same rules when the form is saved.
const panel = document.querySelector(".writing");
const text = document.getElementById("id_text");
const WAIT = 500;

const post = (address, form) => fetch(address, { method: "POST", body: new FormData(form), credentials: "same-origin" });
const item = (words, act) => {
  const line = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.addEventListener("click", act);
  line.append(button);
  return line;
};

function goTo(line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, Math.max(0, line - 1)).join("\n").length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  text.scrollTop = (text.scrollHeight * (line - 3)) / lines.length;
}

function show(found) {
  for (const name of ["words", "minutes", "grade"])
    panel.querySelector(`[data-figure="${name}"]`).textContent = found[name] ?? "–";
  for (const name of ["problems", "advice"]) {
    panel.querySelector(`[data-count="${name}"]`).textContent = found[name].length;
    panel
      .querySelector(`[data-list="${name}"]`)
      .replaceChildren(...found[name].map((each) => item(each.sentence, () => goTo(each.line))));
  }
  const preview = panel.querySelector(".writing-preview");
  preview.innerHTML = found.html;
  panel.querySelector('[data-list="outline"]').replaceChildren(
    ...found.outline.map((heading) => {
      const line = item(heading.title, () => preview.querySelector(`[id="${heading.id}"]`)?.scrollIntoView());
      line.className = `writing-level-${heading.level}`;
      return line;
    }),
  );
}

// A link in the preview is looked at beside it: whoever followed it here would leave what is typed.
function followBeside(event) {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  if (link.hash && link.pathname === location.pathname) event.currentTarget.querySelector(link.hash)?.scrollIntoView();
  else open(link.href, "_blank", "noopener");
}

// Whoever is signed out is led to a page that says nothing of the text.
const isAnswer = (answer) => answer?.ok && !answer.redirected;

let timer;
let asked = 0;
async function check() {
  const mine = ++asked;
  const answer = await post(panel.dataset.check, text.form).catch(() => null);
  if (mine !== asked) return;
  panel.querySelector(".writing-stale").hidden = isAnswer(answer);
  if (isAnswer(answer)) show(await answer.json());
}

// The picker: letters after an @, arrows to choose, Enter to take, Escape to leave.
const list = panel?.querySelector(".writing-picker");
const said = panel?.querySelector(".writing-picker-said");
const typed = () => /@([\p{L}\p{N}_-]*)$/u.exec(text.value.slice(0, text.selectionStart));
let chosen = 0;
let steered = null; // the reference that arrows led to stays chosen while more letters come

function close() {
  list.hidden = true;
  steered = null;
  said.textContent = "";
  text.removeAttribute("aria-activedescendant");
}

function mark(index) {
  const options = [...list.children];
  chosen = (index + options.length) % options.length;
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
  options[chosen].scrollIntoView({ block: "nearest" });
  text.setAttribute("aria-activedescendant", options[chosen].id);
  said.textContent = options[chosen].textContent;
  said.classList.add("visually-hidden");
}

function take(key) {
  const found = typed();
  if (!found) return;
  const end = text.selectionStart;
  const before = text.value.slice(0, found.index);
  const within = before.lastIndexOf("[") > before.lastIndexOf("]");
  text.setRangeText(within ? `@${key}` : `[@${key}]`, found.index, end, "end");
  close();
  text.dispatchEvent(new Event("input"));
  close();
}

let sought = 0;
async function offer() {
  const found = typed();
  const mine = ++sought;
  if (!found) return close();
  const address = `${panel.dataset.pick}?q=${encodeURIComponent(found[1])}`;
  const answer = await fetch(address, { credentials: "same-origin" }).catch(() => null);
  if (!isAnswer(answer) || mine !== sought) return;
  const { references } = await answer.json();
  list.replaceChildren(
    ...references.map((reference, at) => {
      const option = document.createElement("li");
      option.id = `writing-picker-${at}`;
      option.setAttribute("role", "option");
      option.dataset.key = reference.key;
      option.textContent = reference.words;
      // The text keeps the focus; a finger may move the list without taking anything.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => take(reference.key));
      return option;
    }),
  );
  list.hidden = references.length === 0;
  if (references.length) mark(Math.max(0, references.findIndex((reference) => reference.key === steered)));
  else {
    said.textContent = panel.dataset.none;
    said.classList.remove("visually-hidden");
  }
}

function steer(event) {
  if (list.hidden) return;
  const acts = {
    ArrowDown: () => mark(chosen + 1),
    ArrowUp: () => mark(chosen - 1),
    Enter: () => take(list.children[chosen].dataset.key),
    Escape: close,
  };
  if (!(event.key in acts)) return;
  event.preventDefault();
  acts[event.key]();
  steered = list.hidden ? null : list.children[chosen].dataset.key;
}

if (panel && text) {
  const part = text.closest("fieldset");
  // Its labels stand above the fields, so that the text has the whole width.
  part.classList.remove("aligned");
  part.after(panel);
  part.classList.add("writing-text");
  part.parentElement.classList.add("writing-beside");
  // Where the panel stands below the text, the picker is wanted at the upper edge of what is seen of it: a keyboard on
  // the screen covers the lower one.
  if (!matchMedia("(width >= 80rem)").matches) text.closest(".form-row").before(list);
  panel.querySelector(".writing-live").hidden = false;
  panel.querySelector(".writing-preview").addEventListener("click", followBeside);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", "writing-picker");
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
    offer();
  });
  text.addEventListener("keydown", steer);
  text.addEventListener("blur", close);
  check();
}
