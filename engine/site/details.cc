// The page of one table and the page of one migration.
#include <algorithm>

#include "base/text.h"
#include "files/files.h"
#include "site/parts.h"

namespace helium::site {
namespace {

// Once for each dialect; the style sheet shows the one that is chosen.
template <class Each>
std::string by_dialect(const Material& material, const std::string& tag, Each each) {
  std::string text;
  for (const auto& reading : material.readings) {
    text.append("<").append(tag).append(" class=\"d\" data-dialect=\"");
    text.append(html(reading.dialect->name)).append("\">");
    text.append(each(reading)).append("</").append(tag).append(">");
  }
  return text;
}

// Names are compared case aside: Db2 folds those of typed operations.
const DiagramColumn* find_column(const Reading& reading, const std::string& table,
                                 const std::string& column) {
  for (const auto& life : reading.lives.tables) {
    if (base::same_word(life.name, table)) {
      const auto found = std::find_if(
          life.columns.begin(), life.columns.end(),
          [&](const auto& other) { return base::same_word(other.column.name, column); });
      return found == life.columns.end() ? nullptr : &found->column;
    }
  }
  return nullptr;
}

std::string badges(const DiagramColumn& column) {
  std::string text;
  const auto add = [&](const std::string& words, const char* of_class) {
    text += std::string("<span class=\"badge ") + of_class + "\">" + words + "</span> ";
  };
  if (column.primary_key) {
    add("primary key", "pk");
  }
  if (column.unique && !column.primary_key) {
    add("unique", "un");
  }
  if (!column.nullable) {
    add("not null", "nn");
  }
  if (column.lookup) {
    add("lookup", "lk");
  }
  if (column.standard) {
    add("standard", "st");
  }
  return text;
}

std::string target_of(const Frame& frame, const std::string& table, const std::string& column) {
  for (const auto& life : frame.material().readings.front().lives.relations) {
    const auto& relation = life.relation;
    if (relation.from_table == table && relation.from_column == column) {
      return frame.to_table(relation.to_table) +
             (relation.to_column.empty() ? "" : "." + html(relation.to_column));
    }
  }
  return {};
}

std::string column_row(const Frame& frame, const draw::TableLife& life,
                       const draw::ColumnLife& column) {
  const std::string& name = column.column.name;
  const auto type = [&](const Reading& reading) {
    const auto* found = find_column(reading, life.name, name);
    return found == nullptr ? std::string() : html(found->datatype);
  };
  return "<tr id=\"" + html(name) + "\"" + (column.gone ? " class=\"gone\"" : "") + "><td><code>" +
         html(name) + "</code></td><td><code>" + by_dialect(frame.material(), "span", type) +
         "</code></td><td>" + badges(column.column) + "</td><td>" +
         target_of(frame, life.name, name) + "</td><td class=\"number\">" +
         frame.to_version(column.born) + "</td><td class=\"number\">" +
         (column.changed == column.born ? "" : frame.to_version(column.changed)) +
         "</td><td class=\"number\">" + (column.gone ? frame.to_version(*column.gone) : "") +
         "</td></tr>\n";
}

std::string referring(const Frame& frame, const std::string& table) {
  std::string text;
  for (const auto& relation : frame.material().readings.front().lives.newest.relations) {
    if (relation.to_table == table) {
      text += "<li>" + frame.to_table(relation.from_table) + "." + html(relation.from_column) +
              "</li>\n";
    }
  }
  return text.empty() ? "" : "<h2>Referred to by</h2>\n<ul class=\"plain\">" + text + "</ul>\n";
}

// A statement as the author indented it: its first line begins where the statement does, so the
// others lose what they have in common.
std::string outdented(const std::string& text) {
  std::size_t common = std::string::npos;
  for (std::size_t line = text.find('\n'); line != std::string::npos;
       line = text.find('\n', line + 1)) {
    const std::size_t first = text.find_first_not_of(" \t", line + 1);
    if (first != std::string::npos && text[first] != '\n') {
      common = std::min(common, first - line - 1);
    }
  }
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    const std::size_t first = text[i] == '\n' ? text.find_first_not_of(" \t", i + 1) : i;
    const std::size_t end = std::min(first, text.size());
    i += text[i] == '\n' ? std::min(common, end - i - 1) : 0;
  }
  return result;
}

std::string paragraph(const char* of_class, const std::string& words) {
  return words.empty() ? ""
                       : "<p class=\"" + std::string(of_class) + "\">" + html(words) + "</p>\n";
}

std::string code(const std::string& sql, const Lexicon& lexicon) {
  return "<pre class=\"sql\"><code>" + highlighted(outdented(sql), lexicon) + "</code></pre>\n";
}

const char* const nothing = "Nothing on this dialect.";

std::string statements(const std::vector<Statement>& list, const Lexicon& lexicon) {
  std::string text;
  for (const auto& statement : list) {
    text += paragraph("says", statement.description) + code(statement.text, lexicon);
  }
  return text.empty() ? paragraph("none", nothing) : text;
}

// Typed operations: each in words, then as the SQL that it is.
std::string operations(const std::vector<draw::Told>& list, const Lexicon& lexicon) {
  std::string text;
  for (const auto& told : list) {
    text += paragraph("says", told.words);
    for (const auto& statement : told.statements) {
      text += code(statement, lexicon);
    }
    text += paragraph("none", !told.remark.empty()      ? told.remark
                              : told.statements.empty() ? nothing
                                                        : "");
  }
  return text;
}

// The tables that a migration describes or takes away.
std::string touched(const Frame& frame, const Migration& migration) {
  std::string text;
  for (const auto& version : frame.material().readings.front().history.versions) {
    if (version.design != migration.design || version.number != migration.number) {
      continue;
    }
    for (const auto& table : version.described) {
      text += "<li>" + frame.to_table(table.name) + "</li>";
    }
    for (const auto& name : version.gone) {
      text += "<li class=\"gone\">" + frame.to_table(name) + "</li>";
    }
  }
  return text.empty() ? "" : "<ul class=\"tables\">" + text + "</ul>\n";
}

// The pages before and after, in the order of the design.
std::string neighbours(const Frame& frame, const Migration& migration) {
  std::string before;
  std::string after;
  for (const auto& design : *frame.material().designs) {
    for (const auto& other : design.migrations) {
      const std::string page = "../" + frame.of_migration(other.design, other.number);
      const std::string words = std::to_string(other.number);
      if (other.design == migration.design && other.number < migration.number) {
        before = link(page, "\xE2\x86\x90 " + words);
      } else if (other.design == migration.design && other.number > migration.number &&
                 after.empty()) {
        after = link(page, words + " \xE2\x86\x92");
      }
    }
  }
  return "<p class=\"neighbours\">" + before + " " + after + "</p>\n";
}

std::string section(const Frame& frame, const Migration& migration, const std::string& name,
                    std::vector<Statement> Sections::*list,
                    std::vector<draw::Told> draw::Telling::*told) {
  const auto key = std::pair(migration.design, migration.number);
  return "<h2 id=\"" + name + "\">" + name + "</h2>\n" +
         by_dialect(frame.material(), "div", [&](const Reading& reading) {
           const Lexicon& lexicon = reading.dialect->lexicon;
           const auto telling = reading.tellings.find(key);
           if (telling != reading.tellings.end() && !(telling->second.*told).empty()) {
             return paragraph("none", telling->second.remark) +
                    operations(telling->second.*told, lexicon);
           }
           const auto found = reading.sections.find(key);
           return found == reading.sections.end() ? paragraph("none", "Not for this dialect.")
                                                  : statements(found->second->*list, lexicon);
         });
}

}  // namespace

Page table(const Frame& frame, std::size_t table) {
  const auto& reading = frame.material().readings.front();
  const auto& life = reading.lives.tables[table];
  const bool view = life.newest().kind == DiagramTable::Kind::view;
  std::string rows;
  for (const auto& column : life.columns) {
    rows += column_row(frame, life, column);
  }
  std::string history;
  for (std::size_t i = 0; i < life.states.size(); ++i) {
    const auto& said = reading.history.versions[life.states[i].since];
    const char* deed = !life.states[i].table ? "dropped" : i == 0 ? "created" : "described";
    history += "<li>" + frame.to_version(life.states[i].since) + " <span class=\"deed\">" + deed +
               "</span> " + html(said.title) + "</li>\n";
  }
  const std::string body =
      "<p class=\"kind\">" + std::string(view ? "View" : "Table") +
      (life.alive() ? "" : ", dropped") + "</p><h1>" + html(life.name) + "</h1>\n<p>" +
      link("../diagram.html#table=" + life.name, "Show in the diagram") +
      "</p>\n<table class=\"list columns\"><thead><tr><th>Column</th><th>Type</th><th></th>"
      "<th>Refers to</th><th class=\"number\">Since</th><th class=\"number\">Changed</th>"
      "<th class=\"number\">Gone</th></tr></thead><tbody>\n" +
      rows + "</tbody></table>\n" + referring(frame, life.name) +
      "<h2>History</h2>\n<ul class=\"plain history\">" + history + "</ul>\n";
  return frame.page(frame.of_table(life.name), life.name, "Tables", body);
}

Page migration(const Frame& frame, const Migration& migration) {
  const std::string number = std::to_string(migration.number);
  std::string facts = html(files::file_name(migration.path));
  facts += migration.version.empty() ? "" : " &#183; version " + html(migration.version);
  facts += migration.updated.empty() ? "" : " &#183; " + html(migration.updated);
  const std::string body =
      neighbours(frame, migration) + "<p class=\"kind\">" + html(migration.design) + " " + number +
      "</p><h1>" +
      html(migration.title.empty() ? migration.design + " " + number : migration.title) +
      "</h1>\n<p class=\"meta\">" + facts + "</p>\n" + touched(frame, migration) + "<p>" +
      link("../diagram.html#at=" + number, "The diagram after it") + "</p>\n" +
      section(frame, migration, "Forward", &Sections::forward, &draw::Telling::forward) +
      section(frame, migration, "Reverse", &Sections::reverse, &draw::Telling::reverse) +
      "<h2 id=\"Source\">Source</h2>\n<details><summary>" + html(files::file_name(migration.path)) +
      "</summary><pre><code>" + html(migration.text) + "</code></pre></details>\n";
  return frame.page(frame.of_migration(migration.design, migration.number),
                    migration.design + " " + number, "Migrations", body);
}

}  // namespace helium::site
