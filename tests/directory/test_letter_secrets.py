from directory.letter_secrets import as_typed, hashed, in_two, is_same, new_code, new_token


def test_codes_and_tokens_are_never_the_same():
    assert len({new_code() for _number in range(200)} | {new_token() for _number in range(200)}) == 400
    assert not set("".join(new_code() for _number in range(50))) & set("01ILOU")


def test_what_is_stored_opens_one_thing_and_tells_nothing():
    stored = hashed("ABCDEFGHJK", of="claim-1")
    assert "ABCDE" not in stored
    assert is_same("ABCDEFGHJK", stored, of="claim-1")
    assert not is_same("ABCDEFGHJK", stored, of="claim-2")
    assert not is_same("ABCDEFGHJ", stored, of="claim-1")
    assert not is_same("", "", of="claim-1")


def test_a_code_reads_in_two_parts_and_is_typed_in_any_way():
    assert in_two("ABCDEFGHJK") == "ABCDE FGHJK"
    assert as_typed(" abcde-fghjk ") == "ABCDEFGHJK"
