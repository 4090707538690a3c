// Searches around where a visitor is, once they ask for it. Without this script, or where a browser cannot tell, the
// button is not there.
const PATIENCE = { timeout: 10_000, maximumAge: 600_000 };

function offer(field) {
  const [input, button, said] = field.querySelectorAll("input, button, p");
  const boxes = button.dataset.country.split(" ").map((box) => box.split(",").map(Number));
  const isInside = (north, east) => boxes.some(([s, w, n, e]) => s <= north && north <= n && w <= east && east <= e);
  const say = (what) => (said.textContent = said.dataset[what] ?? "");

  function search({ coords: { latitude, longitude } }) {
    // To about a mile, before it leaves the browser.
    const point = [latitude, longitude].map((degrees) => degrees.toFixed(2));
    if (!isInside(...point.map(Number))) return say("outside");
    say("nothing");
    input.value = point.join(",");
    input.form.requestSubmit();
  }

  button.hidden = !(isSecureContext && navigator.geolocation);
  button.addEventListener("click", () => {
    say("asked");
    const fail = ({ code, PERMISSION_DENIED }) => say(code === PERMISSION_DENIED ? "refused" : "unknown");
    navigator.geolocation.getCurrentPosition(search, fail, PATIENCE);
  });
}

document.querySelectorAll(".place-field").forEach(offer);
