"""Many at once, each on a connection of its own, and what became of each: beside the fixture `as_on_a_real_site`."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from django.core.exceptions import ValidationError
from django.db import connection, connections

AT_ONCE = 50
DONE = "done"


def at_once(doings):
    """For each "done", the words of its refusal, or "fault: …" with the error that nobody should see; and the seconds
    that all took."""
    ready = threading.Barrier(len(doings))

    def run(doing):
        ready.wait(30)
        try:
            doing()
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        except Exception as fault:
            return f"fault: {type(fault).__name__}: {fault}"
        finally:
            connections.close_all()
        return DONE

    started = time.perf_counter()
    with ThreadPoolExecutor(len(doings)) as pool:
        outcomes = list(pool.map(run, doings))
    return outcomes, time.perf_counter() - started


def faults_in(outcomes):
    return [each for each in outcomes if each.startswith("fault")]


def say(capsys, what, outcomes, seconds):
    won, faults = outcomes.count(DONE), len(faults_in(outcomes))
    with capsys.disabled():
        print(
            f"\n{connection.vendor}: {len(outcomes)} {what}: "
            f"{won} won, {len(outcomes) - won - faults} refused, {faults} faults, {seconds:.2f} s"
        )
