#include "scratch/process.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "helium/error.h"

namespace helium::scratch {
namespace {

constexpr int cannot_start = 127;

// Everything that the child needs, made before it exists: behind fork only plain system calls are
// allowed.
struct Prepared {
  std::vector<char*> words;
  std::array<std::string, 3> settings = {"PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
                                         "LC_ALL=C.UTF-8", ""};
  std::array<char*, 4> environment{};
  const char* folder = nullptr;
  int log = -1;
  int end = 0;
  int parent = 0;
  bool give_up_rights = false;
  Person person;
};

[[noreturn]] void become(const Prepared& prepared) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  setsid();
  const int nothing = open("/dev/null", O_RDONLY);
  bool good = dup2(nothing, 0) == 0 && dup2(prepared.log, 1) == 1 && dup2(prepared.log, 2) == 2 &&
              chdir(prepared.folder) == 0;
  if (prepared.give_up_rights) {
    good = good && setgroups(0, nullptr) == 0 && setgid(prepared.person.group) == 0 &&
           setuid(prepared.person.user) == 0;
  }
  // Behind the change of user, which would forget it.
  good = good && prctl(PR_SET_PDEATHSIG, prepared.end) == 0 && getppid() == prepared.parent;
  if (good) {
    execve(prepared.words.front(), prepared.words.data(), prepared.environment.data());
  }
  _exit(cannot_start);
}

}  // namespace

Person person() {
  Person person{geteuid(), getegid()};
  if (person.user == 0) {
    const passwd* nobody = getpwnam("nobody");
    if (nobody == nullptr) {
      throw Error(Fault::missing, "servers do not run as root, and there is no user nobody");
    }
    person = {nobody->pw_uid, nobody->pw_gid};
  }
  return person;
}

Process::Process(const std::vector<std::string>& words, const std::string& folder,
                 const std::string& log, int end)
    : end_(end) {
  Prepared prepared;
  std::vector<std::string> copies = words;
  for (std::string& word : copies) {
    prepared.words.push_back(word.data());
  }
  prepared.words.push_back(nullptr);
  prepared.settings[2] = "HOME=" + folder;
  for (std::size_t i = 0; i < prepared.settings.size(); ++i) {
    prepared.environment[i] = prepared.settings[i].data();
  }
  prepared.folder = folder.c_str();
  prepared.end = end;
  prepared.parent = getpid();
  prepared.give_up_rights = geteuid() == 0;
  prepared.person = person();
  prepared.log = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  id_ = prepared.log < 0 ? -1 : fork();
  if (id_ == 0) {
    become(prepared);
  }
  const int why = errno;
  close(prepared.log);
  if (id_ < 0) {
    throw Error(Fault::missing, words.front() + " cannot be started: " + std::strerror(why));
  }
}

Process::~Process() {
  if (runs()) {
    kill(id_, end_);
    wait();
  }
}

int Process::wait() {
  int status = 0;
  if (id_ > 0) {
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  return code_;
}

bool Process::runs() {
  int status = 0;
  if (id_ > 0 && waitpid(id_, &status, WNOHANG) != 0) {
    id_ = -1;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  return id_ > 0;
}

}  // namespace helium::scratch
