// Conveniences of the reading page; it works without them.

// A reference's preview also opens while the mouse rests on its number or the keyboard reaches it. A word of the glossary
// does the same with its explanation, and opens it in place where it would else lead to the glossary.
const OPEN_AFTER = 120;
const OPEN_WORD_AFTER = 400; // a mouse crosses words all the time
const CLOSE_AFTER = 250;
let timer;
let pinned = null; // a preview that was asked for with a click stays until it is dismissed

const previewOf = (from) =>
  document.getElementById(from.getAttribute("popovertarget") ?? from.getAttribute("aria-describedby")).closest(".preview");
const later = (wait, act) => {
  clearTimeout(timer);
  timer = setTimeout(act, wait);
};

// One preview serves all the places that cite a source: its last link leads to the one it was opened from.
function aim(preview, button) {
  const link = preview.querySelector("[data-place]");
  if (!link) return;
  link.setAttribute("href", `#${button.parentElement.id}`);
  link.hidden = false;
}

function show(button) {
  const preview = previewOf(button);
  if (preview.matches(":popover-open") || (pinned && pinned.matches(":popover-open"))) return;
  pinned = null;
  aim(preview, button);
  preview.showPopover({ source: button });
}

function hide(preview) {
  if (preview !== pinned && preview.matches(":popover-open")) preview.hidePopover();
}

// With a key held down, or without popovers, a link stays a link.
function openInPlace(event, preview) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !preview.showPopover) return;
  event.preventDefault();
  if (!preview.matches(":popover-open")) preview.showPopover({ source: event.currentTarget });
}

for (const button of document.querySelectorAll(".cite > button, a.term")) {
  const preview = previewOf(button);
  button.addEventListener("pointerenter", (event) => {
    if (event.pointerType !== "mouse") return;
    preview.inert = false;
    later(button.matches("a") ? OPEN_WORD_AFTER : OPEN_AFTER, () => show(button));
  });
  button.addEventListener("pointerleave", () => later(CLOSE_AFTER, () => hide(preview)));
  button.addEventListener("focus", () => {
    if (!button.matches(":focus-visible")) return;
    preview.inert = true; // shown, not entered: Tab goes on to the next number
    show(button);
  });
  button.addEventListener("blur", () => {
    if (preview.inert) hide(preview);
    preview.inert = false;
  });
  button.addEventListener("click", (event) => {
    clearTimeout(timer); // or a mouse that still rests here would open it again after Escape
    preview.inert = false;
    pinned = preview;
    aim(preview, button);
    if (button.matches("a")) openInPlace(event, preview);
  });
}

for (const preview of document.querySelectorAll(".preview")) {
  preview.addEventListener("pointerenter", () => clearTimeout(timer));
  preview.addEventListener("pointerleave", () => later(CLOSE_AFTER, () => hide(preview)));
  preview.addEventListener("click", (event) => {
    if (event.target.closest('a[href^="#"]')) preview.hidePopover();
  });
}

// The contents mark the section that is being read: the last heading that has passed the upper third of the window.
const FAR_ABOVE = "1000000px";
const links = new Map();
for (const link of document.querySelectorAll(".guide-contents a")) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) links.set(heading, link);
}
const passed = new Set();
let marked;

function follow(changes) {
  for (const { target, isIntersecting } of changes) passed[isIntersecting ? "add" : "delete"](target);
  const link = links.get([...links.keys()].findLast((heading) => passed.has(heading)));
  if (link === marked) return;
  marked?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
  marked = link;
  keepInView(link);
}

function keepInView(link) {
  const list = link?.closest("nav");
  if (list && list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
}

const watcher = new IntersectionObserver(follow, { rootMargin: `${FAR_ABOVE} 0px -66% 0px` });
for (const heading of links.keys()) watcher.observe(heading);
