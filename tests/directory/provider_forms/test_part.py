from directory.provider_forms.one import One


def test_a_part_without_a_rule_of_its_own_refuses_nothing(said):
    assert One("headline", "Headline").problems(said(), {"headline": "x"}) == {}


def test_each_control_stands_for_itself_unless_it_says_otherwise(said):
    (block,) = One("headline", "Headline").blocks(said())
    assert (block.names, block.legend, block.more) == (["headline"], "", [])
