// The dialect that the reader chose, and the search. Works from a folder: nothing is fetched.
(function () {
  "use strict";
  const page = document.documentElement;
  const root = page.dataset.root;

  // What differs by dialect stands in the page once for each; the sheet made here shows one.
  const chooser = document.getElementById("dialect");
  const sheet = document.head.appendChild(document.createElement("style"));
  function choose(dialect) {
    page.dataset.dialect = dialect;
    chooser.value = dialect;
    sheet.textContent = ".d[data-dialect] { display: none; } .d[data-dialect=" + JSON.stringify(dialect) + "] { display: revert; }";
  }
  function remembered() {
    try {
      return localStorage.getItem("helium-dialect");
    } catch (error) {
      return null; // some browsers keep nothing for files
    }
  }
  const known = Array.from(chooser.options, (option) => option.value);
  const last = remembered();
  choose(known.includes(last) ? last : page.dataset.dialect);
  chooser.addEventListener("change", () => {
    choose(chooser.value);
    try {
      localStorage.setItem("helium-dialect", chooser.value);
    } catch (error) {
      // then it holds for this page only
    }
  });

  const box = document.getElementById("search");
  const found = document.getElementById("found");
  const most = 40;
  let here = -1;

  // Lower is better: the name itself, its beginning, inside it, somewhere in the words.
  function rank(entry, words) {
    const name = entry[1].toLowerCase();
    const all = name + " " + entry[3].toLowerCase();
    if (!words.every((word) => all.includes(word))) {
      return -1;
    }
    const place = name.indexOf(words[0]);
    const inside = name.split(".").pop();
    return name === words[0] ? 0 : inside === words[0] ? 1 : place === 0 ? 2 : place > 0 ? 3 : 4;
  }

  function add(list, name, text) {
    const part = list.appendChild(document.createElement("span"));
    part.className = name;
    part.textContent = text;
  }

  function show() {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    found.textContent = "";
    here = -1;
    found.hidden = words.length === 0;
    if (found.hidden) {
      return;
    }
    const hits = helium_search
      .map((entry) => [rank(entry, words), entry])
      .filter((hit) => hit[0] >= 0)
      .sort((a, b) => a[0] - b[0]);
    for (const [, entry] of hits.slice(0, most)) {
      const link = found.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      const parts = entry[2].split("#");
      link.href = root + parts[0] + (parts.length > 1 ? "#" + encodeURIComponent(parts.slice(1).join("#")) : "");
      add(link, "kind", entry[0]);
      add(link, "what", entry[1]);
      add(link, "more", entry[3]);
    }
    if (hits.length === 0) {
      add(found.appendChild(document.createElement("li")), "none", "Nothing found");
    }
  }

  function move(by) {
    const links = found.querySelectorAll("a");
    if (links.length === 0) {
      return;
    }
    here = (here + by + links.length) % links.length;
    links.forEach((link, place) => link.classList.toggle("here", place === here));
    links[here].scrollIntoView({ block: "nearest" });
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", show);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const link = found.querySelector("a.here") || found.querySelector("a");
      if (link) {
        location.href = link.href;
      }
    } else if (event.key === "Escape") {
      found.hidden = true;
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) {
      found.hidden = true;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      box.focus();
    }
  });
})();
