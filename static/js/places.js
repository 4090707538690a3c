// Suggests places while one is typed: the combobox of the ARIA Authoring Practices, whose focus stays in the field.
// Without this script a place is typed to its end, and the search says what it does not know.
const WAIT_MS = 120; // after the last key
const FEWEST_LETTERS = 2;

function make(tag, attributes, text = "") {
  const element = document.createElement(tag);
  set(element, attributes);
  element.textContent = text;
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function suggest(input) {
  const { places, name, none, one, many } = input.dataset;
  const list = make("ul", { id: `${input.id}-places`, class: "place-field-list", role: "listbox", "aria-label": name });
  const heard = make("div", { class: "visually-hidden", "aria-live": "polite" });
  let timer, asking, at;

  function pointAt(index) { // -1 is the field itself
    at = index;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", number === at));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  }

  function show(found, words = "") {
    const options = found.map(({ value, label }, number) =>
      make("li", { id: `${list.id}-${number}`, role: "option", "data-value": value }, label));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", !list.hidden);
    heard.textContent = words;
    pointAt(-1);
  }

  function stopAsking() {
    clearTimeout(timer);
    asking?.abort();
  }

  function close() {
    stopAsking();
    show([]);
  }

  function choose(option) {
    input.value = option.dataset.value;
    close();
  }

  async function ask() {
    stopAsking();
    const q = input.value.trim();
    if (q.length < FEWEST_LETTERS) return close();
    const { signal } = (asking = new AbortController());
    const found = await fetch(`${places}?${new URLSearchParams({ q })}`, { signal, credentials: "omit" })
      .then((answer) => answer.json())
      .then((answer) => answer.places)
      .catch(() => null); // what fails is no suggestion, and nothing is said of it: the field works without
    if (!signal.aborted) show(found ?? [], found && ([none, one][found.length] ?? many.replace("{n}", found.length)));
  }

  function onKey(event) {
    const stops = list.children.length + 1;
    const { key } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else pointAt(((at + 1 + (key === "ArrowDown" ? 1 : stops - 1)) % stops) - 1);
    } else if ((key === "Enter" || key === "Tab") && at >= 0) {
      if (key === "Enter") event.preventDefault();
      choose(list.children[at]);
    } else if (key === "Escape") close();
    else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key)) pointAt(-1);
  }

  input.after(list, heard);
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id });
  show([]);
  input.addEventListener("input", () => {
    stopAsking();
    pointAt(-1);
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // or the field would lose the focus
  list.addEventListener("click", ({ target }) => target.closest("li") && choose(target.closest("li")));
}

document.querySelectorAll(".place-field > input").forEach(suggest);
