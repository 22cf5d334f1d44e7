// The session lock: comfort between runners. Polled, never waited for inside the server: a runner
// that waits there would hold back CREATE INDEX CONCURRENTLY of the one that works.
#include <cstdint>
#include <optional>
#include <random>
#include <thread>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "helium/error.h"
#include "history/history.h"
#include "seal/sha256.h"

namespace helium::history {
namespace {

using Clock = std::chrono::steady_clock;

class NoHold final : public Hold {};

// One lock per schema spoken of and place of its ledger. `key_kind` is number or name.
std::string key_of(const Store& store) {
  const std::string hash =
      seal::Sha256().add(store.ledger_schema).add(store.prefix).add(store.schema).hex();
  const auto kind = store.dialect->locks.find("key_kind");
  if (kind != store.dialect->locks.end() && kind->second == "number") {
    const auto bits = std::stoull(hash.substr(0, 16), nullptr, 16);
    return std::to_string(static_cast<std::int64_t>(bits));
  }
  return "helium_" + hash.substr(0, 48);
}

std::string first_cell(session::Session& session, const std::string& text, const std::string& key) {
  const auto rows = session.ask({text, {key}});
  return rows.rows.empty() ? std::string() : rows.rows.front().at(0).value_or("");
}

class SessionHold final : public Hold {
 public:
  SessionHold(session::Session& session, std::string release, std::string key)
      : session_(session), release_(std::move(release)), key_(std::move(key)) {}
  SessionHold(const SessionHold&) = delete;
  SessionHold& operator=(const SessionHold&) = delete;
  ~SessionHold() override {
    if (session_.standing() == session::Standing::lost) {
      return;
    }
    try {
      (void)session_.ask({release_, {key_}});
    } catch (const std::exception& error) {
      base::log_warning(std::string("the session lock could not be released: ") + error.what());
    }
  }

 private:
  session::Session& session_;
  std::string release_;
  std::string key_;
};

// Who holds it is told where the server lets us look.
std::string holder(session::Session& session, const Store& store, const std::string& key) {
  try {
    const std::string who = first_cell(session, store.dialect->locks.at("holder"), key);
    return who.empty() ? "another runner" : base::printable(who);
  } catch (const Error& error) {
    base::log_info("the holder of the lock cannot be seen: " + error.message());
    return "another runner";
  }
}

// A Galera cluster refuses GET_LOCK: there the claims that the ledger's keys guard must do.
constexpr std::int64_t refused_by_cluster = 1235;

// True: ours now. Nothing: this server has no such lock to give.
std::optional<bool> tried(session::Session& session, const Texts& locks, const std::string& key) {
  try {
    return first_cell(session, locks.at("try"), key) == "1";
  } catch (const Error& error) {
    if (error.native_code() != refused_by_cluster) {
      throw;
    }
    base::log_warning("no session lock: " + error.message());
    return std::nullopt;
  }
}

std::chrono::milliseconds jittered() {
  static thread_local std::minstd_rand random{std::random_device{}()};
  return std::chrono::milliseconds(100 + random() % 200);
}

}  // namespace

std::unique_ptr<Hold> hold(session::Session& session, const Store& store,
                           std::chrono::milliseconds timeout, Observer& observer) {
  const Texts& locks = store.dialect->locks;
  // A lock that is taken through a pool stays with a session of the pool when its runner is gone.
  if (!store.dialect->traits.session_lock || session.server().pooled) {
    return std::make_unique<NoHold>();
  }
  const std::string key = key_of(store);
  const auto began = Clock::now();
  for (;;) {
    const std::optional<bool> got = tried(session, locks, key);
    if (!got) {
      return std::make_unique<NoHold>();
    }
    if (*got) {
      return std::make_unique<SessionHold>(session, locks.at("release"), key);
    }
    const auto so_far = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
    const std::string who = holder(session, store, key);
    if (so_far >= timeout) {
      throw Error(Fault::busy, "another runner holds the lock: " + who)
          .noting("waited " + base::duration_text(so_far))
          .hinting("wait for it, or give --lock-timeout more time");
    }
    observer.waiting(who, so_far);
    std::this_thread::sleep_for(jittered());
  }
}

}  // namespace helium::history
