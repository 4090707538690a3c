// Buttons that print, copy and share: hidden until this script has made them work.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}

for (const button of document.querySelectorAll("[data-copy]")) {
  // Only a safe connection has a clipboard.
  if (!navigator.clipboard) continue;
  const said = document.querySelector("[data-copied]");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = said.dataset.copied;
    } catch {
      said.textContent = said.dataset.failed;
    }
  });
  button.hidden = false;
}

for (const button of document.querySelectorAll("[data-share]")) {
  // The browser's own way: the page is told neither where it goes nor whether it went.
  if (!navigator.share) continue;
  button.addEventListener("click", () => navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {}));
  button.hidden = false;
}
