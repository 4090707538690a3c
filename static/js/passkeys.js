// Starts the passkey part of a page: an element with `data-passkey` names what allauth's script shall do with which
// elements, and shows the buttons that work from then on. A refusal by the browser or by its owner is said in words, beside the button.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  for (const part of document.querySelectorAll("[data-passkey]")) {
    const { passkey, ...ids } = part.dataset;
    window.allauth.webauthn.forms[passkey]({ ids });
  }
  for (const button of document.querySelectorAll("[data-passkey-button]")) button.hidden = false;
});

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const words of document.querySelectorAll("[data-passkey-refused]")) words.hidden = false;
});
