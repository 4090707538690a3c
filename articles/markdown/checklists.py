"""`- [ ] An adult takes me home`: a list whose every item begins so is a list to tick, on paper more than on a screen.

The box is drawn beside the words and is no control: nothing of what a reader ticks could be kept here.
An item that ends with a colon, `- [ ] My ride. Phone:`, has a line to write on, on paper.
"""

from django.utils.translation import gettext as _

from articles.markdown.result import Checklist
from articles.markdown.tokens import plain_text

MARK = "[ ] "


def extend(parser):
    parser.core.ruler.before("inline", "take_boxes", _take_boxes)
    parser.core.ruler.push("collect_checklists", _collect)


def _take_boxes(state):
    """Before links are read, so that the mark is words of nobody."""
    for opening, items in _lists(state.tokens):
        boxes = [item for item in items if item.content.startswith(MARK)]
        if boxes and len(boxes) < len(items):
            line = next(item.map[0] for item in items if item not in boxes) + 1
            state.env["rendered"].complain(line, _("In a list to tick, every item begins with “[ ]”."))
        elif boxes:
            opening.attrSet("class", "checklist")
            for item in items:
                item.content = item.content.removeprefix(MARK).lstrip()


def _collect(state):
    """Each with the last heading before it."""
    title = ""
    lists = {id(opening): items for opening, items in _lists(state.tokens)}
    for token, following in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type == "heading_open":
            title = plain_text(following).strip()
        elif token.attrGet("class") == "checklist":
            words = [plain_text(item).strip() for item in lists[id(token)]]
            state.env["rendered"].checklists.append(Checklist(title, words))


def _lists(tokens):
    """Each bullet list with the first run of words of each of its own items."""
    open_lists: list[tuple] = []
    for index, token in enumerate(tokens):
        if token.type == "bullet_list_open":
            open_lists.append((token, []))
        elif token.type == "bullet_list_close":
            yield open_lists.pop()
        elif open_lists and _is_item_of(open_lists[-1][0], token) and tokens[index + 1].type == "paragraph_open":
            open_lists[-1][1].append(tokens[index + 2])


def _is_item_of(opening, token):
    return token.type == "list_item_open" and token.level == opening.level + 1
