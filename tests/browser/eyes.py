"""What a finger and a keyboard can do on a page, measured in the page itself."""

SMALLEST_TARGET = 24
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary"

# Links within a sentence are exempt, and a control inside its label is as large as the label.
NARROW = """([selector, smallest]) => {
    const inSentence = element => {
        const block = element.closest("p, li, td, th, dd, dt, caption, figcaption, h1, h2, h3, h4, blockquote");
        return getComputedStyle(element).display === "inline" && block
            && block.textContent.trim().length > element.textContent.trim().length;
    };
    return [...document.querySelectorAll(selector)]
        .filter(element => element.checkVisibility() && !inSentence(element))
        .map(element => {
            const label = element.matches("input[type=checkbox], input[type=radio]") && element.closest("label");
            return [element, (label || element).getBoundingClientRect()];
        })
        .filter(([element, box]) => box.width > 1 && box.height > 1 && Math.min(box.width, box.height) < smallest - 0.5)
        .map(([element, box]) =>
            `${Math.round(box.width)} x ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`);
}"""

WATCH = """selector => {
    const groups = new Set();
    for (const element of document.querySelectorAll(selector)) {
        const offered = element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
        if (!offered || element.tabIndex < 0) continue;
        // The keyboard enters a group of radio buttons once, and moves within it by arrows.
        const group = element.type === "radio" && `${element.form?.id} ${element.name}`;
        if (group && groups.has(group)) continue;
        groups.add(group);
        element.dataset.unreached = "";
    }
    document.addEventListener("focusin", ({ target }) => {
        for (const one of target.type === "radio" ? document.getElementsByName(target.name) : [target]) {
            delete one.dataset.unreached;
        }
    });
    const judge = element => {
        const style = getComputedStyle(element);
        const label = element.closest("label") && getComputedStyle(element.closest("label"));
        const outlined = each => each && each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2;
        const box = element.getBoundingClientRect();
        const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]];
        const uncovered = points.some(([x, y]) => {
            const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
            return top && (element.contains(top) || top.contains(element) || top.closest("label")?.control === element);
        });
        const words = element.outerHTML.slice(0, 120);
        if (!outlined(style) && !outlined(label)) return [`no outline: ${words}`];
        return uncovered ? [] : [`covered: ${words}`];
    };
    const faults = new Set();
    let ends = 0;
    let judged = true;
    const arrive = () => {
        const element = document.activeElement;
        if (judged) return;
        judged = true;
        if (!element || element === document.body) ends += 1;
        else judge(element).forEach(fault => faults.add(fault));
    };
    // A key shows where the one before it has led.
    addEventListener("keydown", () => { arrive(); judged = false; }, { capture: true });
    // A control that has gone meanwhile, such as a part of the contents that folds away, could not be reached.
    const unreached = () => [...document.querySelectorAll("[data-unreached]")]
        .filter(each => each.checkVisibility({ visibilityProperty: true }))
        .map(each => `unreached: ${each.outerHTML.slice(0, 120)}`);
    window.walked = () => { arrive(); return [ends, [...faults], unreached()]; };
}"""


def narrow_targets(page) -> list[str]:
    return page.evaluate(NARROW, [CONTROLS, SMALLEST_TARGET])


def wider_than_its_window(page, widths) -> list[str]:
    """The widths at which a page has to be scrolled sideways."""
    faults = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            faults.append(f"{needed} pixels in a window of {width}")
    return faults


def kept_about_visitor(page) -> set[str]:
    """The names of what the page has left in the browser."""
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return {cookie["name"] for cookie in page.context.cookies()} | set(stored)


def walk(page) -> list[str]:
    """Tab from the top to the end: stops that do not show themselves, and controls that were no stop."""
    page.evaluate(WATCH, CONTROLS)
    ends, faults, unreached = page.evaluate("walked()")
    # Scrollable regions are stops too, though no controls.
    keys = len(unreached) + 40
    # A second round only where the first has left something out.
    while keys > 0 and ends < 2 and (unreached or not ends):
        # Nobody asks on the way, which takes longer than the way: the key is held down while something is left.
        for _ in range(len(unreached) or 1):
            page.keyboard.down("Tab")
            keys -= 1
        ends, faults, unreached = page.evaluate("walked()")
    page.keyboard.up("Tab")
    return sorted(faults) + unreached
