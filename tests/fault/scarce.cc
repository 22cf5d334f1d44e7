// Preloaded into the program: the n-th allocation since main fails, once or for ever.
//
//   HELIUM_SCARCE=n        the n-th fails; nothing or 0: none
//   HELIUM_SCARCE_FOREVER  set: every one from the n-th on
//   HELIUM_SCARCE_COUNT    a file that takes the number of allocations
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

namespace {

// Allocations before main belong to the loader and to libraries that set themselves up.
std::atomic<bool> counting{false};
std::atomic<long> count{0};
long fails_at = 0;
bool for_ever = false;
int (*real_main)(int, char**, char**) = nullptr;

bool fails() {
  if (!counting) {
    return false;
  }
  const long mine = ++count;
  return fails_at > 0 && (mine == fails_at || (for_ever && mine > fails_at));
}

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

void tell_count() {
  if (const char* path = std::getenv("HELIUM_SCARCE_COUNT")) {
    char line[32];
    const int length = std::snprintf(line, sizeof line, "%ld\n", count.load());
    const int file = ::open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    (void)!::write(file, line, static_cast<std::size_t>(length));
    ::close(file);
  }
}

int scarce_main(int argc, char** argv, char** environment) {
  const char* at = std::getenv("HELIUM_SCARCE");
  fails_at = at != nullptr ? std::atol(at) : 0;
  for_ever = std::getenv("HELIUM_SCARCE_FOREVER") != nullptr;
  std::atexit(tell_count);
  counting = true;
  return real_main(argc, argv, environment);
}

void* refused() {
  errno = ENOMEM;
  return nullptr;
}

}  // namespace

extern "C" {

void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);

void* malloc(std::size_t size) {
  return fails() ? refused() : __libc_malloc(size);
}

void* calloc(std::size_t members, std::size_t size) {
  return fails() ? refused() : __libc_calloc(members, size);
}

void* realloc(void* block, std::size_t size) {
  return fails() ? refused() : __libc_realloc(block, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return fails() ? refused() : __libc_memalign(alignment, size);
}

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  if (fails()) {
    return ENOMEM;
  }
  *block = __libc_memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(),
                      void (*fini)(), void (*loader_fini)(), void* stack_end) {
  real_main = main;
  return next<decltype(&__libc_start_main)>("__libc_start_main")(scarce_main, argc, argv, init,
                                                                 fini, loader_fini, stack_end);
}
}
