// Names for those who do not see the page, where Django's admin gives none: a day and its hour in two fields, the cells
// of a table that is filled in, a choice that is searched. Without this script all of it works as Django made it.

const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";

// The head of its column, or the words above the row; a day and its hour have a word of their own before them.
function nameFor(control) {
  const cell = control.closest("td");
  const head = cell?.closest("table").tHead?.rows[0].cells[cell.cellIndex];
  const row = control.closest(".fieldBox, .form-row")?.querySelector("legend, label");
  const before = control.previousSibling?.nodeType === Node.TEXT_NODE ? control.previousSibling : null;
  return [words(head ?? row), words(before)].filter(Boolean).join(" ");
}

function nameControls(root) {
  for (const control of root.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const isNamed = control.ariaLabel || [...(control.labels ?? [])].some((label) => words(label));
    const name = isNamed ? "" : words(control.labels?.[0]) || control.labels?.[0]?.querySelector("img")?.alt || nameFor(control);
    if (name) control.ariaLabel = name;
  }
}

// The box that is shown in the place of a choice takes the name of what it stands for.
function nameSearchedChoices(root) {
  for (const box of root.querySelectorAll(".select2-container")) {
    const choice = box.previousElementSibling;
    const target = box.querySelector(".select2-search__field") ?? box.querySelector("[role=combobox]");
    target.removeAttribute("aria-labelledby");
    target.ariaLabel = words(choice?.labels?.[0]) || choice?.ariaLabel;
    // What is chosen is what the box says, not another field within it.
    for (const name of ["role", "aria-readonly"]) box.querySelector(".select2-selection__rendered").removeAttribute(name);
  }
}

function nameAll(root) {
  nameControls(root);
  nameSearchedChoices(root);
  for (const head of root.querySelectorAll("thead th")) {
    if (words(head) || head.querySelector("input, img")) continue;
    const cell = document.createElement("td");
    cell.className = head.className;
    head.replaceWith(cell);
  }
  for (const tip of root.querySelectorAll(".help-tooltip[aria-label]")) tip.role = "img";
}

// Django's own scripts put their controls in once the page is there, some through jQuery and some after it has loaded.
window.django?.jQuery?.(() => nameAll(document));
window.addEventListener("load", () => nameAll(document));
document.addEventListener("formset:added", (event) => setTimeout(() => nameAll(event.target)));
