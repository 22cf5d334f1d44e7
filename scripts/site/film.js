// The diagram of any version, and the change between two: rows and lines are in the page already, here they are
// only put into their places, coloured and hidden. The address keeps what is shown: #at=1009&from=1002.
(function () {
  "use strict";
  const source = document.getElementById("film");
  if (!source) {
    return;
  }
  const data = JSON.parse(source.textContent);
  const svg = document.querySelector("svg.film");
  const said = document.getElementById("said");
  const at = document.getElementById("at");
  const from = document.getElementById("from");
  const slide = document.getElementById("slide");
  const tables = data.tables.map((table, place) => {
    const group = svg.querySelectorAll(".tables > g")[place];
    return Object.assign(table, {
      group,
      drawn: group.querySelectorAll(":scope > g"),
      card: group.querySelector(".card"),
      ref: group.querySelector(".ref"),
    });
  });
  const lines = svg.querySelectorAll(".relations > path");
  const marks = ["added", "changed", "removed"];

  // [ref, rows] of a table at a version; null where it is not there.
  function state(table, version) {
    let found = null;
    for (const [since, ref, rows] of table.states) {
      if (since <= version) {
        found = ref === null ? null : [ref, rows];
      }
    }
    return found;
  }

  // Rows in their order with their marks: those of now, each gone one behind the one it stood behind.
  function merged(table, now, before, compared) {
    const name = (row) => table.rows[row];
    if (!now || !before) {
      const mark = !compared ? "" : now ? "added" : "removed";
      return (now || before)[1].map((row) => [row, mark]);
    }
    const old = new Map(before[1].map((row) => [name(row), row]));
    const rows = now[1].map((row) => [row, !old.has(name(row)) ? "added" : old.get(name(row)) === row ? "" : "changed"]);
    let behind = 0;
    for (const row of before[1]) {
      const place = rows.findIndex((other) => name(other[0]) === name(row));
      if (place >= 0) {
        behind = place + 1;
      } else {
        rows.splice(behind++, 0, [row, "removed"]);
      }
    }
    return rows;
  }

  function mark(element, which) {
    for (const each of marks) {
      element.classList.toggle(each, each === which);
    }
  }

  // Draws one table; returns where its columns are, or null.
  function draw_table(table, version, other, count) {
    const compared = other !== null;
    const now = state(table, version);
    const before = compared ? state(table, other) : now;
    table.group.style.display = now || before ? "" : "none";
    if (!now && !before) {
      return null;
    }
    const rows = merged(table, now, before, compared);
    const places = new Map();
    table.drawn.forEach((row) => (row.style.display = "none"));
    rows.forEach(([row, which], place) => {
      const element = table.drawn[row];
      element.style.display = "";
      element.setAttribute("transform", "translate(0," + (data.header + place * data.row) + ")");
      mark(element, which);
      places.set(table.rows[row], table.box[1] + data.header + (place + 0.5) * data.row);
      if (which) {
        count[which][1] += 1;
      }
    });
    table.card.setAttribute("height", data.header + rows.length * data.row + data.foot);
    table.ref.textContent = (now || before)[0];
    const which = !compared ? "" : !before ? "added" : !now ? "removed" : rows.some((row) => row[1]) ? "changed" : "";
    mark(table.group, which);
    if (which) {
      count[which][0] += 1;
    }
    return places;
  }

  function is_there(relation, version) {
    return relation.there.some(([first, end]) => first <= version && version < end);
  }

  function draw_line(relation, line, places, version, other) {
    const now = is_there(relation, version);
    const before = other === null ? now : is_there(relation, other);
    const child = places.get(relation.from[0]);
    const parent = places.get(relation.to[0]);
    line.style.display = (now || before) && child && parent ? "" : "none";
    if (line.style.display) {
      return;
    }
    mark(line, now === before ? "" : now ? "added" : "removed");
    const points = relation.points.map((point) => point.slice());
    const last = points.length - 1;
    const first = (map) => map.values().next().value;
    const ends = [parent.get(relation.to[1]) || first(parent), child.get(relation.from[1]) || first(child)];
    const shifts = [ends[0] - points[0][1], ends[1] - points[last][1]];
    points[0][1] += shifts[0];
    points[1][1] += shifts[0];
    points[last - 1][1] += shifts[1];
    points[last][1] += shifts[1];
    line.setAttribute("d", "M" + points[0] + "C" + points.slice(1).join(" "));
  }

  function counted(count, what) {
    return count + " " + what + (count === 1 ? "" : "s");
  }

  function show() {
    const version = Number(at.value);
    const other = from.value === "" ? null : Number(from.value);
    const count = { added: [0, 0], changed: [0, 0], removed: [0, 0] };
    const places = new Map(tables.map((table) => [table.name, draw_table(table, version, other, count)]));
    data.relations.forEach((relation, place) => draw_line(relation, lines[place], places, version, other));
    slide.value = version;
    document.getElementById("stage").classList.toggle("comparing", other !== null);
    const parts = marks
      .filter((which) => count[which][0] + count[which][1] > 0)
      .map((which) => [counted(count[which][0], "table"), counted(count[which][1], "column")]
        .filter((words) => !words.startsWith("0 ")).join(" and ") + " " + which);
    const there = Array.from(places.values()).filter(Boolean).length;
    said.textContent = other === null ? counted(there, "table") + ". " + data.versions[version].title
      : parts.join(", ") || "nothing changed";
    const words = ["at=" + data.versions[version].number];
    if (other !== null) {
      words.push("from=" + data.versions[other].number);
    }
    history.replaceState(null, "", "#" + words.join("&"));
  }

  // Pan and zoom.
  const whole = svg.viewBox.baseVal;
  const all = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = Object.assign({}, all);
  function look(next) {
    view = next;
    svg.setAttribute("viewBox", [view.x, view.y, view.width, view.height].join(" "));
  }
  function zoom(factor, x, y) {
    const size = Math.min(Math.max(view.width * factor, 120), all.width * 3);
    factor = size / view.width;
    look({
      x: x - (x - view.x) * factor,
      y: y - (y - view.y) * factor,
      width: view.width * factor,
      height: view.height * factor,
    });
  }
  function place_of(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  }
  function middle() {
    return [view.x + view.width / 2, view.y + view.height / 2];
  }
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(event.deltaY * 0.0015), ...place_of(event));
  }, { passive: false });
  let held = null;
  svg.addEventListener("pointerdown", (event) => {
    held = place_of(event);
    svg.classList.add("moving");
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (held) {
      const [x, y] = place_of(event);
      look(Object.assign({}, view, { x: view.x - (x - held[0]), y: view.y - (y - held[1]) }));
    }
  });
  svg.addEventListener("pointerup", () => {
    held = null;
    svg.classList.remove("moving");
  });
  document.getElementById("in").addEventListener("click", () => zoom(1 / 1.3, ...middle()));
  document.getElementById("out").addEventListener("click", () => zoom(1.3, ...middle()));
  document.getElementById("fit").addEventListener("click", () => look(Object.assign({}, all)));

  // The lines of the table under the pointer stand out; a double click opens its page.
  function near(name) {
    data.relations.forEach((relation, place) => {
      lines[place].classList.toggle("near", relation.from[0] === name || relation.to[0] === name);
    });
  }
  tables.forEach((table) => {
    table.group.addEventListener("pointerenter", () => near(table.name));
    table.group.addEventListener("pointerleave", () => near(null));
    table.group.addEventListener("dblclick", () => {
      const entry = helium_search.find((one) => one[1] === table.name && one[2].startsWith("tables/"));
      if (entry) {
        location.href = entry[2];
      }
    });
  });

  function find(name) {
    const table = tables.find((one) => one.name === name);
    if (!table) {
      return;
    }
    tables.forEach((one) => one.group.classList.toggle("found", one === table));
    const size = svg.getBoundingClientRect();
    look({
      x: table.box[0] + table.box[2] / 2 - size.width / 2,
      y: table.box[1] - size.height / 4,
      width: size.width,
      height: size.height,
    });
  }

  // What the address asks for.
  const several = new Set(data.versions.map((version) => version.design)).size > 1;
  data.versions.forEach((version, place) => {
    const words = (several ? version.design + " " : "") + version.number + "  " + version.title;
    at.add(new Option(words, place));
    from.add(new Option(words, place));
  });
  const asked = new URLSearchParams(location.hash.slice(1));
  const place_of_number = (number) => {
    let found = -1;
    data.versions.forEach((version, place) => (found = version.number <= Number(number) ? place : found));
    return found;
  };
  const newest = data.versions.length - 1;
  slide.max = newest;
  at.value = Math.max(0, asked.has("at") ? place_of_number(asked.get("at")) : newest);
  if (asked.has("from")) {
    from.value = Math.max(0, place_of_number(asked.get("from")));
  }
  at.addEventListener("change", show);
  from.addEventListener("change", show);
  slide.addEventListener("input", () => {
    at.value = slide.value;
    show();
  });
  document.getElementById("controls").addEventListener("submit", (event) => event.preventDefault());
  const wanted = asked.get("table");
  const wanted_table = tables.find((table) => table.name === wanted);
  if (wanted_table && !state(wanted_table, newest)) {
    // A table that is gone is shown where it last was.
    at.value = Math.max(0, wanted_table.states[wanted_table.states.length - 1][0] - 1);
  }
  show();
  if (wanted) {
    find(wanted);
  }
})();
