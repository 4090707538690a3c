"""The page of a review: the text with the comments beside their passages, and what can be decided about it."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from articles.forms import AskForm, CommentForm, SendBackForm, SignForm
from articles.models import Comment
from articles.passages import home_of
from articles.preview_links import LASTS, preview_path


def review(model_admin, request, article):
    verb = VERBS.get(request.POST.get("verb", ""))
    form = None
    if verb:
        form, problem = verb(request, article)
        if form is None and not problem:
            model_admin.log_change(request, article, DONE[request.POST["verb"]])
            return redirect(request.get_full_path())
        if problem:
            messages.error(request, " ".join(problem.messages))
    return render(request, "admin/articles/article/review.html", _context(model_admin, request, article, form))


def _ask(request, article):
    form = AskForm(request.POST)
    return _decide(form, lambda: article.send_to_review(by=request.user, **form.cleaned_data))


def _sign(request, article):
    form, asked = SignForm(request.POST), article.open_review
    return _decide(form, lambda: _of(asked).sign(by=request.user, on=form.cleaned_data["reviewed_on"]))


def _send_back(request, article):
    form, asked = SendBackForm(request.POST), article.open_review
    return _decide(form, lambda: _of(asked).send_back(by=request.user, **form.cleaned_data))


def _comment(request, article):
    form = CommentForm(request.POST, instance=Comment(article=article, written_by=request.user))
    return _decide(form, form.save)


def _resolve(request, article):
    return _settle(request, article, "resolve")


def _reopen(request, article):
    return _settle(request, article, "reopen")


def _settle(request, article, verb):
    number = request.POST.get("comment", "")
    comment = get_object_or_404(article.comments, pk=number if number.isdecimal() else 0)
    return _tried(lambda: getattr(comment, verb)(by=request.user))


def _decide(form, act):
    """(form to show again, problem): both None when it is done."""
    if not form.is_valid():
        return form, None
    _form, problem = _tried(act)
    return (form if problem else None), problem


def _tried(act):
    try:
        act()
    except ValidationError as error:
        return None, error
    return None, None


def _of(asked):
    if asked is None:
        raise ValidationError(_("This review has been decided already."))
    return asked


VERBS = {
    "ask": _ask,
    "sign": _sign,
    "send_back": _send_back,
    "comment": _comment,
    "resolve": _resolve,
    "reopen": _reopen,
}
DONE = {
    "ask": "Asked for a review",
    "sign": "Recorded the review as signed",
    "send_back": "Recorded that the review sends it back",
    "comment": "Commented on a passage",
    "resolve": "Resolved a comment",
    "reopen": "Opened a comment again",
}
assert VERBS.keys() == DONE.keys()


def _context(model_admin, request, article, form):
    comments = list(article.comments.select_related("written_by", "resolved_by"))
    cut = article.passages()
    placed = [(comment, home_of(comment.quote, comment.anchor, cut)) for comment in comments]
    asked = article.open_review
    shown = {type(form): form} if form else {}
    return model_admin.admin_site.each_context(request) | {
        "title": _("Review"),
        "opts": model_admin.opts,
        "original": article,
        "article": article,
        "asked": asked,
        "preview_link": settings.SITE_URL + preview_path(asked) if asked else "",
        "preview_days": LASTS.days,
        "rounds": article.reviews.select_related("reviewer", "decided_by"),
        "may_decide": model_admin.has_change_permission(request, article),
        "rows": [(passage, _at(passage, placed), _comment_form(passage, form)) for passage in cut],
        # Their section is gone from the text, and so are their words.
        "astray": [comment for comment, home in placed if home is None],
        "open_count": sum(comment.is_open for comment in comments),
        "ask_form": shown.get(AskForm) or AskForm(),
        "sign_form": shown.get(SignForm) or SignForm(),
        "send_back_form": shown.get(SendBackForm) or SendBackForm(),
    }


def _at(passage, placed):
    """(comment, whether its passage still stands)"""
    return [(comment, comment.quote in passage.words) for comment, home in placed if home == passage]


def _comment_form(passage, form):
    if isinstance(form, CommentForm) and form["anchor"].value() == passage.anchor:
        return form
    return CommentForm(initial={"anchor": passage.anchor}, auto_id=f"{passage.anchor or 'top'}-%s")
