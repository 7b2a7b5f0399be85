#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Looks at pages as people get them: in Chromium, at the width of A4 and of a phone (390 x 844), and printed.

No horizontal scroll, nothing cut off, nothing the browser complains about, and no violation of axe-core (WCAG 2.1 A and
AA, best practice). Before that it looks at a page with known faults, which it has to report.

Called: axe_test.py --work FOLDER [--write PROGRAM] [--pictures] [PAGE|FOLDER ...]
    --work      where axe-core is fetched to (once), and prints and screenshots are written
    --write     a program that writes the pages into the folder it is given
    --pictures  makes screenshots of every page; otherwise of pages with faults alone
Exit: 0 fine, 1 a fault, 77 axe-core is not there yet and there is no network to fetch it.
"""
import argparse
import base64
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tools"))
import npm_fetch  # noqa: E402
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
SIZES = {"a4": (794, 1123, False), "phone": (390, 844, True)}
# The width of A4 between the margins of the page, in CSS pixels: (210 - 2 * 16) mm.
PRINT_WIDTH = 673

FAULTY = """<!DOCTYPE html>
<html><head><title></title></head><body>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">
<p style="color: #ccc; background: #fff">hard to read</p>
<div style="width: 2000px; height: 10px; background: black">too wide</div>
</body></html>"""
FAULTY_RULES = {"image-alt", "color-contrast", "html-has-lang", "document-title"}

# Every box that sticks out of the page, and every text in a picture that sticks out of its picture.
CUT_OFF = """
const wide = document.documentElement.clientWidth;
const name = e => e.tagName + (e.className && e.className.baseVal === undefined ? '.' + e.className : '');
const out = [];
for (const e of document.body.querySelectorAll('*')) {
  const box = e.getBoundingClientRect();
  if (box.width === 0 || box.right < 0) continue;
  if (box.right > wide + 1 || box.left < -1) out.push(name(e) + ' ' + Math.round(box.left) + '..' + Math.round(box.right));
}
for (const e of document.querySelectorAll('svg text')) {
  const box = e.getBoundingClientRect(), picture = e.ownerSVGElement.getBoundingClientRect();
  if (box.right > picture.right + 1 || box.bottom > picture.bottom + 1) out.push('text ' + e.textContent);
}
return out.slice(0, 5);
"""


def stop(code, reason):
    print(("SKIP " if code == 77 else "FAIL ") + reason)
    sys.exit(code)


def fetch_axe(work):
    """The text of axe-core, fetched by npm when it is not in the work folder yet; npm checks it against the lock file."""
    def tools():
        npm = shutil.which("npm")
        if not npm:
            stop(1, "there is no npm, which fetches axe-core; packaging/install-packages test installs it")
        return npm
    return npm_fetch.fetched(HERE, work / "npm", "axe-core", "axe.min.js", tools, stop).read_text(encoding="utf-8")


def start_chromium(profile):
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ImportError:
        stop(1, "there is no selenium for this python; packaging/install-packages test installs python3-selenium")
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        stop(1, "there is no chromium or chromedriver; packaging/install-packages test installs both")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
                 "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                 "--hide-scrollbars", "--force-color-profile=srgb", f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return webdriver.Chrome(service=Service(driver), options=options)


class Look:
    """One page, looked at from every side. What is wrong gathers in `faults`."""

    def __init__(self, chromium, axe, page, out, pictures):
        self.chromium, self.axe, self.page, self.out, self.pictures = chromium, axe, page, out, pictures
        self.faults = []

    def size(self, width, height, mobile, media=""):
        self.chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media})
        self.chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile})

    def check_width(self, where):
        wide, there = self.chromium.execute_script(
            "const e = document.documentElement; return [e.scrollWidth, e.clientWidth]")
        if wide > there:
            self.faults.append(f"{where}: scrolls sideways, {wide} pixels in {there}")
        for box in self.chromium.execute_script(CUT_OFF):
            self.faults.append(f"{where}: sticks out: {box}")

    def check_axe(self, where):
        self.chromium.execute_script(self.axe)
        found = self.chromium.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']})"
            ".then(r => done({violations: r.violations, passes: r.passes.length}), e => done({error: String(e)}));", TAGS)
        if "error" in found or found["passes"] == 0:
            self.faults.append(f"{where}: axe-core did not run: {found}")
            return
        for violation in found["violations"]:
            for node in violation["nodes"][:5]:
                self.faults.append(f"{where}: axe {violation['id']} ({violation['impact']}): {violation['help']}\n"
                                   f"       {node['html'][:200]}\n       {node.get('failureSummary', '')[:300]}")

    def picture(self, name):
        height = self.chromium.execute_script("return document.documentElement.scrollHeight")
        width = self.chromium.execute_script("return document.documentElement.clientWidth")
        shot = self.chromium.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": width, "height": min(height, 12000), "scale": 1}})
        (self.out / f"{self.page.stem}-{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def check_print(self):
        self.size(PRINT_WIDTH, 971, False, "print")
        self.check_width("print")
        printed = base64.b64decode(self.chromium.execute_cdp_cmd(
            "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})["data"])
        (self.out / f"{self.page.stem}.pdf").write_bytes(printed)
        pages = len(re.findall(rb"/Type\s*/Page\b", printed))
        boxes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", printed)}
        if pages == 0 or any(abs(box[2] - 595) > 1 or abs(box[3] - 842) > 1 for box in boxes):
            self.faults.append(f"print: {pages} pages of {boxes}; expected A4, 595 x 842 points")
        return pages

    def check(self):
        self.size(*SIZES["a4"])
        self.chromium.get(self.page.resolve().as_uri())
        for name, size in SIZES.items():
            self.size(*size)
            self.check_width(name)
            self.check_axe(name)
            if self.pictures or self.faults:
                self.picture(name)
        pages = self.check_print()
        # Chromium says here what a page is refused by its own policy, and what it cannot make sense of.
        for line in self.chromium.get_log("browser"):
            if "favicon" not in line["message"]:
                self.faults.append(f"the browser complains: {line['message'][:300]}")
        return pages


def check_that_faults_are_found(chromium, axe, out):
    page = out / "faulty.html"
    page.write_text(FAULTY, encoding="utf-8")
    look = Look(chromium, axe, page, out, False)
    look.check()
    told = "\n".join(look.faults)
    missed = [rule for rule in sorted(FAULTY_RULES) if f"axe {rule} " not in told]
    missed += [text for text in ("a4: scrolls sideways", "phone: sticks out", "print: sticks out") if text not in told]
    if missed:
        stop(1, f"this test does not see what is wrong with {page}: {', '.join(missed)}\n{told}")
    print(f"ok   a page with known faults is refused ({len(look.faults)} faults)")


def pages_of(arguments, out):
    named = [pathlib.Path(each) for each in arguments.pages]
    if arguments.write:
        folder = out / "pages"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        subprocess.run([arguments.write, str(folder)], check=True)
        named.append(folder)
    pages = [page for each in named for page in (sorted(each.glob("*.html")) if each.is_dir() else [each])]
    if not pages:
        stop(1, "there are no pages to look at")
    return pages


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--write")
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("pages", nargs="*")
    arguments = parser.parse_args()
    out = arguments.work / "seen"
    out.mkdir(parents=True, exist_ok=True)
    pages = pages_of(arguments, out)
    axe = fetch_axe(arguments.work)
    failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        chromium = start_chromium(profile)
        try:
            chromium.set_script_timeout(120)
            check_that_faults_are_found(chromium, axe, out)
            for page in pages:
                look = Look(chromium, axe, page, out, arguments.pictures)
                sheets = look.check()
                print(f"{'FAIL' if look.faults else 'ok  '} {page.name}: {sheets} sheets of A4")
                for fault in look.faults:
                    print(f"     {fault}")
                failed += bool(look.faults)
        finally:
            chromium.quit()
    print(f"{len(pages) - failed} passed, {failed} failed; prints, and screenshots where there are any, in {out}")
    sys.exit(1 if failed else 0)


main()
