#include "session/time_zone.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include "helium/error.h"

namespace helium::session {
namespace {

// +02:00, -03:30
bool is_offset(std::string_view name, absl::TimeZone& zone) {
  const bool shaped = name.size() == 6 && (name[0] == '+' || name[0] == '-') && name[3] == ':';
  if (!shaped || name.substr(1, 2).find_first_not_of("0123456789") != name.npos ||
      name.substr(4).find_first_not_of("0123456789") != name.npos) {
    return false;
  }
  const int hours = (name[1] - '0') * 10 + (name[2] - '0');
  const int minutes = (name[4] - '0') * 10 + (name[5] - '0');
  const int seconds = hours * 3600 + minutes * 60;
  zone = absl::FixedTimeZone(name[0] == '-' ? -seconds : seconds);
  return hours <= 14 && minutes < 60;
}

absl::TimeZone zone_of(std::string_view name) {
  absl::TimeZone zone;
  // A name that begins with a slash or a colon would be a path.
  const bool plain = !name.empty() && name.front() != '/' && name.front() != ':' &&
                     name.find("..") == std::string_view::npos;
  if (!is_offset(name, zone) && (!plain || !absl::LoadTimeZone(std::string(name), &zone))) {
    throw Error(Fault::database, "CONVERT_TZ: unknown time zone '" + std::string(name) + "'");
  }
  return zone;
}

}  // namespace

std::string in_other_zone(std::string_view moment, std::string_view from, std::string_view to) {
  const std::string_view whole = moment.substr(0, moment.find('.'));
  const std::string_view fraction = moment.substr(whole.size());
  std::string text(whole);
  if (text.size() > 10 && text[10] == 'T') {
    text[10] = ' ';
  }
  absl::CivilSecond local;
  const bool digits = fraction.empty() ||
                      (fraction.size() > 1 && fraction.substr(1).find_first_not_of("0123456789") ==
                                                  std::string_view::npos);
  if (!digits ||
      !absl::ParseLenientCivilTime(text.size() > 10 ? text.replace(10, 1, "T") : text, &local)) {
    throw Error(Fault::database, "CONVERT_TZ: '" + std::string(moment) + "' is no moment");
  }
  const absl::Time time = absl::FromCivil(local, zone_of(from));
  return absl::FormatTime("%Y-%m-%d %H:%M:%S", time, zone_of(to)) + std::string(fraction);
}

}  // namespace helium::session
