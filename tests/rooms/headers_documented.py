"""Every public header opens with words about itself, and every function or type in it has a comment.

A group of declarations without a blank line between them may share one comment; a trailing `///<` counts;
constructors, destructors, operators, `= delete`d members and overrides explain themselves.
"""
import pathlib
import re
import sys

DECLARES = re.compile(r"^\s*(?!return\b|using\b|friend\b|namespace\b|public:|private:|protected:)"
                      r"(\[\[nodiscard\]\]\s*)?(virtual\s+|static\s+|explicit\s+|constexpr\s+|inline\s+)*"
                      r"[\w:<>,*&\s]+\s[*&]?\w+\(.*")
EXEMPT = re.compile(r"=\s*delete|=\s*default|\boperator\b|\boverride\b|~\w+\(")


def undocumented(path):
    lines = path.read_text().splitlines()
    if not lines or not lines[0].startswith("//"):
        yield 1, "the header does not say what it is"
    private = False
    covered = False  # a comment reaches down to the next blank line
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            covered = False
        elif text.startswith("//"):
            covered = True
        elif text in ("private:", "protected:"):
            private = text == "private:"
        elif text == "public:" or line.startswith("};"):
            private = False
        elif DECLARES.match(line) and not EXEMPT.search(line) and not private:
            name = re.search(r"(\w+)\(", line).group(1)
            constructor = re.match(rf"^\s*(explicit\s+)?{name}\(", line)
            if not covered and "///<" not in line and not constructor:
                yield number, f"{name} has no comment"


def main():
    root = pathlib.Path(sys.argv[1])
    breaches = [f"{path.relative_to(root)}:{line}: {why}" for path in sorted(root.rglob("*.h"))
                for line, why in undocumented(path)]
    print("\n".join(breaches) or "every header is documented")
    sys.exit(1 if breaches else 0)


main()
