import json
import subprocess
from pathlib import Path

from tests.audit.tools import MODULES


def validate(files: list[Path]) -> list[str]:
    """What the HTML checker calls an error, a line each; warnings are printed and pass."""
    command = ["java", "-jar", str(MODULES / "vnu-jar/build/dist/vnu.jar"), "--format", "json", "--exit-zero-always"]
    report = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True).stderr
    errors = []
    for message in json.loads(report)["messages"]:
        words = f"{Path(message['url']).name}, line {message.get('lastLine', '?')}: {message['message']}"
        if message["type"] == "info":
            print(f"  warning: {words}")
        else:
            errors.append(words)
    return errors
