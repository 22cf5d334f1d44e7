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

/// What a comment of one line marks; nothing for every other text.
[[nodiscard]] std::optional<Mark> mark_of(std::string_view comment);

/// The mark begins the way up, or the way down.
[[nodiscard]] constexpr bool begins_up(Mark mark) noexcept {
  return mark == Mark::up || mark == Mark::up_alone;
}
[[nodiscard]] constexpr bool begins_down(Mark mark) noexcept {
  return mark == Mark::down || mark == Mark::down_alone;
}

}  // namespace helium::sql
