// Buttons that print and copy: hidden until this script has made them work.
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
