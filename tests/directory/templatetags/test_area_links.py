from directory.landing.cities import CityLink
from directory.templatetags.area_links import area_links


def test_each_is_a_link_with_its_number_and_its_distance():
    html = area_links([CityLink("Denver", "/directory/in/co/denver/", 1234, "9 miles"), CityLink("Ely", "/ely/", 1)])
    assert html == (
        '<li><a href="/directory/in/co/denver/">Denver</a> <span class="numeric">1,234</span>'
        ' <span class="soft numeric">9 miles</span></li>\n'
        '<li><a href="/ely/">Ely</a> <span class="numeric">1</span></li>'
    )


def test_a_name_is_text():
    assert "<script>" not in area_links([CityLink("<script>", '"><script>', 1)])
