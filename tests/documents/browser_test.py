"""Opens a site in a headless Chromium, from its files, and uses it: search, dialects, the diagram's versions.

    browser_test.py SITE

A page of ours holds the site in a frame, clicks and types, and writes what it saw; the browser prints that page.
"""
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

STEPS = """
const frame = document.querySelector("iframe");
const seen = [];
function load(address) {
  return new Promise((done) => {
    frame.onload = () => setTimeout(done, 60);
    frame.src = "about:blank";
    setTimeout(() => { frame.src = SITE + address; }, 30);
  });
}
function page() { return frame.contentDocument; }
function check(words, holds) { seen.push([words, !!holds]); }
function type(words) {
  const box = page().getElementById("search");
  box.value = words;
  box.dispatchEvent(new Event("input"));
  return Array.from(page().querySelectorAll("#found a"));
}
function choose(id, value) {
  const element = page().getElementById(id);
  element.value = value;
  element.dispatchEvent(new Event("change"));
}
function seen_tables() {
  return Array.from(page().querySelectorAll(".film .tables > g"))
    .filter((group) => group.style.display !== "none").map((group) => group.dataset.table);
}
function rows(table, which) {
  return Array.from(page().querySelectorAll('.film g[data-table="' + table + '"] > g' + (which || "")))
    .filter((row) => row.style.display !== "none").map((row) => row.querySelector(".n").textContent);
}
async function run() {
  await load("index.html");
  check("the index lists every migration", page().querySelectorAll("tbody tr").length === 17);
  let links = type("country code");
  check("the search finds columns", links.some((link) => link.textContent.includes("addresses.country_code")));
  check("the best one comes first", type("orders")[0].textContent.startsWith("tableorders"));
  check("nothing is said to be nothing", type("no such thing").length === 0 &&
    page().getElementById("found").textContent === "Nothing found");
  const address = type("orders")[0].href;
  await load(address.slice(SITE.length));
  check("a hit leads to its page", page().querySelector("h1").textContent === "orders");
  check("columns tell where they came from", page().querySelector("#customer_id .number a").textContent === "1006");
  links = type("1014");
  check("links of a page in a folder lead back", links[0].href === SITE + "migrations/shop_1014.html");

  await load("migrations/shop_1000.html");
  const shown = () => Array.from(page().querySelectorAll("div.d"))
    .filter((part) => frame.contentWindow.getComputedStyle(part).display !== "none");
  choose("dialect", "db2");
  check("one dialect is shown", shown().length === 2 && shown().every((part) => part.dataset.dialect === "db2"));
  choose("dialect", "postgresql");
  check("and another when it is chosen", shown().every((part) => part.dataset.dialect === "postgresql"));
  check("statements are coloured", page().querySelector(".sql .k").textContent === "CREATE");

  await load("diagram.html");
  check("the newest version is shown", seen_tables().length === 14 && !seen_tables().includes("stock"));
  choose("at", "5");
  check("an older version has its tables", seen_tables().includes("stock") && !seen_tables().includes("payments"));
  check("and its columns", !rows("customers").includes("birthday"));
  choose("at", "14");
  choose("from", "8");
  check("added columns are marked", rows("customers", ".added").join() === "loyalty_points,loyalty_level,birthday");
  check("removed tables are marked", page().querySelector('.film g[data-table="stock"]').classList.contains("removed"));
  check("the change is said", page().getElementById("said").textContent ===
    "6 tables and 23 columns added, 1 table changed, 1 table and 4 columns removed");
  check("the address keeps it", frame.contentWindow.location.hash === "#at=1014&from=1008");
  const before = page().querySelector(".film").getAttribute("viewBox");
  page().getElementById("in").click();
  const after = page().querySelector(".film").getAttribute("viewBox");
  check("plus makes it larger", Number(after.split(" ")[2]) < Number(before.split(" ")[2]));
  page().getElementById("fit").click();
  check("Fit shows all of it", page().querySelector(".film").getAttribute("viewBox") === before);
  await load("diagram.html#table=stock");
  check("a table that is gone is shown where it was", seen_tables().includes("stock") &&
    page().querySelector(".film .found").dataset.table === "stock");
}
run().catch((error) => check(String(error), false)).finally(() => {
  document.getElementById("seen").textContent = JSON.stringify(seen);
});
"""


def main():
    site = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "drive.html"
        page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><iframe width="1280" height="800"></iframe>'
                        f'<pre id="seen"></pre><script>const SITE = {json.dumps(site.as_uri() + "/")};{STEPS}</script>')
        run = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                              "--allow-file-access-from-files", f"--user-data-dir={folder}/profile",
                              "--virtual-time-budget=20000", "--dump-dom", page.as_uri()],
                             capture_output=True, text=True, timeout=120)
    found = re.search(r'<pre id="seen">(.*?)</pre>', run.stdout, re.S)
    seen = json.loads(html.unescape(found.group(1))) if found and found.group(1) else []
    for words, holds in seen:
        print("ok  " if holds else "NOT ", words)
    if len(seen) < 20 or not all(holds for _, holds in seen):
        sys.exit(f"{sum(1 for _, holds in seen if not holds)} of {len(seen)} wrong\n{run.stderr[-2000:]}")


main()
