// Lights the pin of the result that the pointer or the keyboard is on, and the result of such a pin.
// Without this script the numbers alone tell which belongs to which.
const on = { pointer: null, keyboard: null };

function addressOf(element) {
  const part = element?.closest?.(".map-pin, .results > li");
  return part ? (part.getAttribute("href") ?? `#${part.id}`) : null;
}

function light(by, element) {
  const address = addressOf(element);
  if (on[by] === address) return;
  on[by] = address;
  for (const part of document.querySelectorAll(".map-pin, .results > li")) {
    part.classList.toggle("is-lit", Object.values(on).includes(addressOf(part)));
  }
}

addEventListener("pointerover", (event) => light("pointer", event.target));
addEventListener("focusin", (event) => light("keyboard", event.target));
addEventListener("focusout", () => light("keyboard", null));
