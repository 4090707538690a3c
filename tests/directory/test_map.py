"""The map as a page gets it."""

import gzip
import re

import html5lib
import pytest
from django.template.loader import render_to_string

from directory.map import Circle, Cluster, MapSpec, Pin, Towns, draw
from directory.states import STATE_NAMES

DENVER, AURORA, BOULDER = (39.739, -104.985), (39.729, -104.832), (40.015, -105.271)
ADAK = (51.88, -176.658)
TOWNS = Towns(
    [
        ("Denver", "CO", *DENVER, 715_000),
        ("Aurora", "CO", *AURORA, 386_000),
        ("Boulder", "CO", *BOULDER, 108_000),
        ("Cheyenne", "WY", 41.14, -104.82, 65_000),
        ("Nowhere", "CO", 39.75, -105.1, 0),
    ]
)


def around_denver(**changes):
    pins = [Pin(39.7 + n / 100, -105 + n / 70, f"Practice {n}", n, f"#result-{n}") for n in range(1, 21)]
    return MapSpec(**{"title": "20 providers", "circle": Circle(*DENVER, 25), "pins": pins} | changes)


def printed(spec, towns=TOWNS):
    return render_to_string("directory/_map.html", {"drawing": draw(spec, towns)})


def links(html, layer="narrow"):
    (marks,) = re.findall(rf'<g class="map-{layer}-layer">((?:(?!<g ).)*?<a .*?)</g>', html, re.S)
    return re.findall(r'href="([^"]*)"><title>([^<]*)</title>', marks)


class TestPins:
    @pytest.mark.parametrize("layer", ["narrow", "wide"])
    def test_each_result_has_its_number_once_in_either_layer(self, layer):
        expected = {(f"#result-{n}", f"{n}: Practice {n}") for n in range(1, 21)}
        found = links(printed(around_denver()), layer)
        assert (len(found), set(found)) == (20, expected)

    def test_the_second_page_goes_on_counting(self):
        pins = [Pin(*DENVER, "Practice", 21, "#result-21"), Pin(*BOULDER, "Other", 140, "#result-140")]
        assert [name for _, name in links(printed(around_denver(pins=pins)))] == ["21: Practice", "140: Other"]

    def test_one_in_the_same_place_as_another_is_a_link_of_its_own(self):
        pins = [Pin(*DENVER, f"Suite {n}", n, f"#result-{n}") for n in (3, 7, 12)]
        html = printed(around_denver(pins=pins))
        assert [name for _, name in links(html)] == ["3: Suite 3", "7: Suite 7", "12: Suite 12"]
        assert html.count('class="map-block"') == 2

    def test_one_that_is_elsewhere_is_named_below_the_map(self):
        drawing = draw(around_denver(pins=[Pin(*DENVER, "Here", 1), Pin(*ADAK, "Far", 2)]), TOWNS)
        assert drawing.note == "Not on this map: 2."

    def test_a_map_of_one_listing_marks_its_place_without_a_number_or_a_circle(self):
        pin = Pin(*DENVER, "Quiet Harbor")
        html = printed(MapSpec("Quiet Harbor", circle=Circle(*DENVER, 10), shows_circle=False, pins=[pin]))
        assert "map-here" in html
        assert "<a " not in html
        assert "map-circle" not in html

    def test_without_a_number_a_pin_must_be_alone(self):
        with pytest.raises(ValueError, match="without a number"):
            around_denver(pins=[Pin(*DENVER, "One"), Pin(*AURORA, "Two")])

    def test_one_whose_point_is_about_right_says_so_and_is_dashed(self):
        pins = [Pin(*DENVER, "Exact", 1, "#result-1"), Pin(*BOULDER, "Roughly", 2, "#result-2", is_about=True)]
        html = printed(around_denver(pins=pins))
        assert [name for _, name in links(html)] == ["1: Exact", "2: Roughly, about here"]
        assert html.count("map-about") == 2

    @pytest.mark.parametrize("is_about", [True, False])
    def test_a_mark_without_a_number_has_a_ring_around_it_where_it_is_about_right(self, is_about):
        pins = [Pin(*DENVER, "Quiet Harbor", is_about=is_about)]
        assert ("map-around" in printed(around_denver(pins=pins, shows_circle=False))) == is_about


class TestCircle:
    def test_a_search_shows_its_circle_and_its_middle(self):
        html = printed(around_denver(pins=()))
        assert "map-circle" in html
        assert "map-middle" in html

    def test_where_all_results_are_in_the_inner_part_the_map_comes_closer_and_says_so(self):
        near = [Pin(39.74, -104.9 - n / 100, "Practice", n) for n in (1, 2, 3)]
        drawing = draw(around_denver(pins=near), TOWNS)
        assert not drawing.circle.is_whole
        assert drawing.note == "The map shows the inner part of the search, which reaches 25 miles around."

    def test_otherwise_the_circle_is_whole_and_nothing_is_said(self):
        drawing = draw(around_denver(pins=[Pin(*DENVER, "Near", 1), Pin(*BOULDER, "Far", 2)]), TOWNS)
        assert drawing.circle.is_whole
        assert drawing.note == ""


class TestClusters:
    CLUSTERS = (
        Cluster(*DENVER, "Denver", 1234, "/directory/?place=Denver%2C+CO&sort=name"),
        Cluster(*BOULDER, "Boulder", 1, "/directory/?place=Boulder%2C+CO"),
    )

    def test_each_is_a_link_to_the_narrower_search(self):
        assert links(printed(MapSpec("Colorado", state="co", clusters=self.CLUSTERS)), "wide") == [
            ("/directory/?place=Denver%2C+CO&amp;sort=name", "Denver: 1,234 providers"),
            ("/directory/?place=Boulder%2C+CO", "Boulder: 1 provider"),
        ]

    def test_all_are_listed_by_name_below_the_map(self):
        html = printed(MapSpec("Colorado", state="co", clusters=self.CLUSTERS))
        listed = re.findall(r'>([^<>]+)</a> <span class="numeric">([^<]+)<', html[html.index("<details") :])
        assert listed == [("Boulder", "1"), ("Denver", "1,234")]

    def test_one_for_which_the_picture_has_no_room_is_a_dot_and_a_line_of_the_list(self):
        crowd = [Cluster(*DENVER, f"Quarter {n}", n, f"/{n}") for n in range(1, 12)]
        html = printed(MapSpec("Colorado", state="co", clusters=crowd))
        assert len(links(html)) < 11
        assert html[html.index("<details") :].count("<a ") == 11
        assert "Where a dot has neither number nor name there are providers too; the list has all." in html
        # A caption is valid at the end of its figure only.
        assert html.index("</details>") < html.index("<figcaption")

    def test_where_all_have_room_nothing_is_said_of_dots(self):
        assert "neither number" not in printed(MapSpec("Colorado", state="co", clusters=self.CLUSTERS[:1]))


class TestPicture:
    @pytest.mark.parametrize("state", STATE_NAMES)
    def test_every_state_has_one(self, state):
        drawing = draw(MapSpec(STATE_NAMES[state], state=state.lower()), TOWNS)
        assert drawing.ground.own.startswith("M")

    def test_a_state_names_its_own_towns_only(self):
        drawing = draw(MapSpec("Colorado", state="CO"), TOWNS)
        assert {label.name.text for label in drawing.wide.labels} == {"Denver", "Aurora", "Boulder"}

    def test_a_town_of_unknown_size_is_not_named(self):
        assert "Nowhere" not in printed(around_denver(pins=()))

    def test_the_country_shows_what_lies_far_off_beside_the_mainland_and_names_no_town(self):
        drawing = draw(MapSpec("United States"), TOWNS)
        assert len(drawing.insets) == 5
        assert not drawing.wide.labels

    def test_it_has_a_name_and_a_description(self):
        html = printed(around_denver())
        assert '<title id="map-title">20 providers</title>' in html
        assert re.search(r'<desc id="map-description">Simplified outlines of counties and states, with .*Boulder', html)

    def test_two_maps_on_one_page_need_two_names(self):
        assert 'aria-labelledby="second-title"' in printed(around_denver(name="second"))

    def test_it_is_html_without_a_fault(self):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parseFragment(printed(around_denver()))
        assert parser.errors == []

    def test_it_has_no_style_and_no_script_of_its_own(self):
        assert not re.search(r"\sstyle=|<style|<script|\son\w+=", printed(around_denver()))

    def test_drawing_it_again_gives_the_same(self):
        assert printed(around_denver()) == printed(around_denver())


class TestSmall:
    """A map that is never wider than a column."""

    def test_pins_find_their_room_at_any_width_and_are_printed_once(self):
        html = printed(around_denver(is_small=True))
        assert html.count('class="map-pin"') == 20
        assert "map-small" in html
        assert "map-wide-layer" not in html
        assert "map-narrow-layer" not in html

    def test_clusters_are_laid_out_for_a_phone_and_for_a_column(self):
        spec = MapSpec("Colorado", state="co", clusters=TestClusters.CLUSTERS, is_small=True)
        assert [len(links(printed(spec), layer)) for layer in ("narrow", "wide")] == [1, 2]

    def test_it_can_be_remembered(self):
        assert hash(around_denver(pins=(Pin(*DENVER, "Practice", 1),), is_small=True))


class TestNotes:
    def test_they_stand_below_the_map_before_its_own(self):
        pins = [Pin(*DENVER, "Here", 1), Pin(*ADAK, "Far", 2)]
        drawing = draw(around_denver(pins=pins, notes=("Results 1 to 2.", "")), TOWNS)
        assert drawing.note == "Results 1 to 2. Not on this map: 2."
        assert drawing.note in printed(drawing.spec)


class TestTowns:
    def test_the_nearest_is_found(self):
        assert TOWNS.nearest(40.0, -105.2).name == "Boulder"
        assert Towns([]).nearest(40.0, -105.2) is None


class TestOutsiders:
    """Names and addresses come from providers and visitors."""

    EVIL = '"><script>alert(1)</script>&'

    @pytest.mark.parametrize(
        "spec",
        [
            around_denver(title=EVIL),
            around_denver(pins=[Pin(*DENVER, EVIL, 1, f"#{EVIL}")]),
            around_denver(pins=[Pin(*DENVER, EVIL, 1, f"#{EVIL}", is_about=True)]),
            around_denver(notes=[EVIL]),
            MapSpec("Colorado", state="CO", clusters=[Cluster(*DENVER, EVIL, 3, f"/?q={EVIL}")]),
        ],
    )
    def test_what_they_write_stays_text(self, spec):
        html = printed(spec)
        assert "<script" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in html

    def test_neither_does_the_name_of_a_town_become_markup(self):
        assert "<b>" not in printed(around_denver(), Towns([("<b>Denver", "CO", *DENVER, 9)]))


class TestSize:
    TEXAN = tuple(Cluster(31 + n / 9, -99, f"Town {n}", n + 1, f"/{n}") for n in range(40))
    STATES = tuple(Cluster(30 + n / 4, -75 - n / 2, f"State {n}", n + 1, f"/{n}") for n in range(56))

    @pytest.mark.parametrize(
        "spec",
        [
            around_denver(),
            MapSpec("Alaska", state="AK"),
            MapSpec("Texas", state="TX", clusters=TEXAN),
            MapSpec("All", clusters=STATES),
        ],
        ids=lambda spec: spec.title,
    )
    def test_compressed_it_is_far_below_40_kilobytes(self, spec):
        assert len(gzip.compress(printed(spec).encode())) < 20_000
