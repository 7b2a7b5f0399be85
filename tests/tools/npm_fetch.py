# SPDX-License-Identifier: EUPL-1.2
"""Packages that a test needs from npm, fetched once into a folder of its own; npm checks them against the lock file."""
import json
import re
import shutil
import subprocess

# Messages of npm without a network: then a test is skipped.
NO_NETWORK = re.compile(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR")


def fetched(here, folder, package, file, tools, stop):
    """The path of a file of a package, fetched when it is not in the folder yet.

    here   where package.json, package-lock.json and .npmrc stand
    tools  called before anything is fetched; ends the test when what fetches is not there, gives npm otherwise
    stop   ends the test with an exit code and a sentence
    """
    script = folder / "node_modules" / package / file
    pinned = json.loads((here / "package-lock.json").read_text(encoding="utf-8"))["packages"][f"node_modules/{package}"]
    mark = folder / "fetched"
    if script.exists() and mark.exists() and mark.read_text(encoding="utf-8") == pinned["integrity"]:
        return script
    npm = tools()
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(here / name, folder / name)
    fetching = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-timeout=60000", "--fetch-retries=2"]
    done = subprocess.run(fetching, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        told = done.stderr.strip()
        if NO_NETWORK.search(told) and "EINTEGRITY" not in told:
            stop(77, f"{package} is not in {folder} and cannot be fetched without a network:\n{told}")
        stop(1, f"npm could not fetch {package}:\n{told}")
    mark.write_text(pinned["integrity"], encoding="utf-8")
    return script
