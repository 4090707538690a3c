// Remembers which practices were chosen to be compared, in this tab only, so that they outlive a walk through other
// pages. Nothing is kept before the first choice. Without this script they live in the address of the search alone.
const KEY = "compare";
const MOST = 4;

const named = (link) => new URL(link.href).searchParams.getAll("listing");

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
  } catch {
    return []; // storage is switched off, or holds what we did not write
  }
}

function keep(slugs) {
  try {
    if (slugs.length) sessionStorage.setItem(KEY, JSON.stringify(slugs));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: the address is enough.
  }
}

function naming(address, slugs) {
  const url = new URL(address, location);
  url.searchParams.delete("listing");
  for (const slug of slugs) url.searchParams.append("listing", slug);
  return url.href;
}

// The page of a practice: it joins those that were chosen before.
function join(link) {
  const own = link.dataset.joins;
  const before = kept();
  if (!before.length || (before.length === MOST && !before.includes(own))) return;
  link.href = naming(link.href, before.includes(own) ? before : [...before, own]);
  link.querySelector("span").textContent = before.includes(own) ? link.dataset.chosen : link.dataset.another;
}

// A search whose address names nobody, after some were chosen in another one.
function offer(box) {
  box.hidden = !kept().length;
  for (const link of box.querySelectorAll("a")) link.href = naming(link.dataset.from ?? location.href, kept());
  box.querySelector("button").onclick = () => {
    keep([]);
    box.hidden = true;
  };
}

addEventListener("pageshow", () => {
  const tray = document.querySelector("[data-tray]");
  if (tray && kept().length) keep(tray.dataset.tray.split(" ")); // after going back, the address is right
  document.querySelectorAll("[data-joins]").forEach(join);
  document.querySelectorAll("[data-offer]").forEach(offer);
});

addEventListener("click", ({ target }) => {
  const link = target.closest("a[data-chooses]");
  if (link) keep(named(link));
});
