// The comments with which SQL migrations part their two ways, as the common tools write them.
#pragma once

#include <optional>
#include <string_view>

namespace helium::sql {

enum class Mark {
  up,        ///< -- UP, -- migrate:up, -- +goose Up, ...
  down,      ///< -- DOWN, ...
  up_alone,  ///< the same, and no transaction around it
  down_alone,
  statement_begin,  ///< -- +goose StatementBegin: one statement up to ...
  statement_end,    ///< ... here
  no_transaction,   ///< -- +goose NO TRANSACTION
};

/// Whose words a marker uses. A file speaks one language: where it has a tool's own markers, a
/// plain `-- down` in it is a remark.
enum class Tongue { plain, dbmate, goose, sql_migrate, tern };

struct Marking {
  Mark mark;
  Tongue tongue;
};

/// What a comment of one line marks, and in whose words; nothing for every other text.
[[nodiscard]] std::optional<Marking> marking_of(std::string_view comment);

/// What a comment of one line marks; nothing for every other text.
[[nodiscard]] std::optional<Mark> mark_of(std::string_view comment);

/// The comment begins as a tool's markers do and is none that is known: `-- +goose Donw`,
/// `-- migrate:down now`. To read it as a remark would run the way back behind the way up.
[[nodiscard]] bool is_unknown_mark(std::string_view comment);

/// One word, signs around it aside, that says "back": `-- !Downs`, `-- ==== DOWN ====`,
/// `-- rollback`. No marker, but very likely meant as one where a file has no other for its way
/// back.
[[nodiscard]] bool may_mean_down(std::string_view comment);

/// The mark begins the way up, or the way down.
[[nodiscard]] constexpr bool begins_up(Mark mark) noexcept {
  return mark == Mark::up || mark == Mark::up_alone;
}
[[nodiscard]] constexpr bool begins_down(Mark mark) noexcept {
  return mark == Mark::down || mark == Mark::down_alone;
}

}  // namespace helium::sql
