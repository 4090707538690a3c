// Words selected in a section become the passage of a new comment on it. Without this they are copied by hand.
const texts = document.querySelectorAll(".reviewing-text");

function take(text) {
  const selection = getSelection();
  if (selection.isCollapsed) return;
  const range = selection.getRangeAt(0).cloneRange();
  if (!text.contains(range.startContainer)) return;
  // Three clicks on a paragraph reach to the beginning of what comes next.
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  const copy = range.cloneContents();
  for (const mark of copy.querySelectorAll("sup.cites, a.certainty")) mark.remove();
  const words = copy.textContent.replace(/\s+/g, " ").trim();
  const form = text.parentElement.querySelector(".reviewing-new");
  if (!words || !form) return;
  form.open = true;
  form.querySelector('[name="quote"]').value = words;
}

for (const text of texts) {
  text.addEventListener("pointerup", () => take(text));
  text.addEventListener("keyup", () => take(text));
}
