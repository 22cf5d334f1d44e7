"""The pages of a site lead nowhere but to each other: every address is a file of the site, every #place is there, no
id stands twice, nothing comes from outside. Needs no browser.

    links_test.py SITE
"""
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids, self.scripts, self.wrong = [], [], 0, []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src"):
                self.links.append(value)
            elif name == "id":
                self.ids.append(value)
            elif name.startswith("on"):
                self.wrong.append(f"<{tag} {name}=...>")
        if tag == "script" and "src" not in dict(attributes) and dict(attributes).get("type") != "application/json":
            self.wrong.append("a script in the page")


def read(page):
    reader = Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader


def main():
    site = Path(sys.argv[1]).resolve()
    pages = {page: read(page) for page in sorted(site.rglob("*.html"))}
    wrong, count = [], 0
    for page, reader in pages.items():
        wrong += [f"{page}: {what}" for what in reader.wrong]
        wrong += [f"{page}: the id {one} stands twice" for one in set(reader.ids) if reader.ids.count(one) > 1]
        for link in reader.links:
            count += 1
            path, _, place = link.partition("#")
            target = (page.parent / unquote(path)).resolve() if path else page
            if not target.is_file() or site not in target.parents:
                wrong.append(f"{page}: {link} leads nowhere")
            # The diagram's script reads what follows the # by itself.
            elif place and "=" not in place and path and unquote(place) not in pages[target].ids:
                wrong.append(f"{page}: {link}: there is no such place")
    print("\n".join(wrong) or f"{count} links on {len(pages)} pages")
    sys.exit(1 if wrong or count == 0 else 0)


main()
