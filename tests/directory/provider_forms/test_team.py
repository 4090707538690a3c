from directory.provider_forms.team import Team

WORDS = {"positions.7": True, "positions.7.title": "Physician", "positions.7.prescribes": True}


def test_what_each_does_here_is_theirs_to_write(said):
    values = Team().values(said(WORDS))
    assert (values["person7__title"], values["person7__prescribes"], values["person7__days"]) == ("Physician", True, "")
    paths = Team().paths(said(WORDS), values | {"person7__days": "Monday"})
    assert (paths["positions.7.days"], paths["positions.7.title"]) == ("Monday", "Physician")


def test_who_has_left_goes(said):
    values = Team().values(said(WORDS)) | {"person7__gone": True}
    assert Team().paths(said(WORDS), values) == {"positions.7": None}


def test_nobody_is_asked_about_where_nobody_works(said):
    assert Team().fields(said()) == {}
