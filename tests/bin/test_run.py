from bin.run import write_key
from psychly.environment import SHORTEST_SECRET


def test_the_key_is_random_private_and_written_once(tmp_path):
    path, other = tmp_path / "var" / "env", tmp_path / "other" / "env"
    write_key(path)
    write_key(other)
    name, _, key = path.read_text().strip().partition("=")
    assert name == "SECRET_KEY"
    assert len(key) >= SHORTEST_SECRET
    assert path.read_text() != other.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_stays_as_it_is(tmp_path):
    path = tmp_path / "env"
    path.write_text("DEBUG=true\n")
    write_key(path)
    assert path.read_text() == "DEBUG=true\n"
