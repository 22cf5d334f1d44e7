#include "session/time_zone.h"

#include <catch2/catch.hpp>
#include <string>

#include "helium/error.h"

using helium::session::in_other_zone;

TEST_CASE("moments go from zone to zone by the rules of the place") {
  const struct {
    const char* moment;
    const char* from;
    const char* to;
    const char* result;
  } cases[] = {
      {"2026-01-15 12:00:00", "UTC", "America/Vancouver", "2026-01-15 04:00:00"},
      {"2026-07-15 12:00:00", "UTC", "America/Vancouver", "2026-07-15 05:00:00"},
      {"2026-07-15T12:00:00.125", "Europe/Vienna", "UTC", "2026-07-15 10:00:00.125"},
      {"2026-07-15 12:00:00", "Asia/Kolkata", "Europe/London", "2026-07-15 07:30:00"},
      {"2026-12-31 23:30:00", "+00:00", "+05:30", "2027-01-01 05:00:00"},
      {"2026-07-15", "UTC", "-03:30", "2026-07-14 20:30:00"},
      {"2026-03-29 02:30:00", "Europe/Vienna", "UTC", "2026-03-29 01:00:00"},
      {"2026-10-25 02:30:00", "Europe/Vienna", "UTC", "2026-10-25 00:30:00"},
  };
  for (const auto& [moment, from, to, result] : cases) {
    CAPTURE(moment, from, to);
    CHECK(in_other_zone(moment, from, to) == result);
  }
}

TEST_CASE("unknown zones and what is no moment are refused") {
  for (const char* zone : {"Mars/Olympus", "", "../../etc/passwd", "/etc/localtime", "+25:00"}) {
    CAPTURE(zone);
    CHECK_THROWS_AS(in_other_zone("2026-01-01 00:00:00", zone, "UTC"), helium::Error);
  }
  for (const char* moment : {"", "yesterday", "2026-01-01 00:00:00.1x"}) {
    CAPTURE(moment);
    CHECK_THROWS_AS(in_other_zone(moment, "UTC", "UTC"), helium::Error);
  }
}
