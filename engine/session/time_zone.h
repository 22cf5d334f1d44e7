// Local times from one zone to another, by the system's own zone files.
#pragma once

#include <string>
#include <string_view>

namespace helium::session {

/// A moment such as "2026-03-29 02:30:00" or with a fraction, read in zone `from` and written in
/// zone `to`; zones are IANA names or offsets such as +02:00. A time that a zone skips is the
/// moment of the change, one that it has twice is the first. Throws Error(database) for an unknown
/// zone or what is no moment.
[[nodiscard]] std::string in_other_zone(std::string_view moment, std::string_view from,
                                        std::string_view to);

}  // namespace helium::session
