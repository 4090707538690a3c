from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.audit.tools import FLAGS
from tests.pages import PageKind

WIDTHS = {320: 640, 768: 1024, 1280: 900}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take(address: str, kinds: list[PageKind], folder: Path) -> int:
    """A picture of every page from top to bottom, as a phone, a tablet and a desktop show it, by day and by night."""
    taken = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for width, height in WIDTHS.items():
            for scheme in SCHEMES:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                for kind in kinds:
                    page.goto(address + kind.path)
                    page.screenshot(path=folder / f"{kind.name}-{width}-{scheme}.png", full_page=True)
                    taken += 1
                page.close()
        browser.close()
    return taken
