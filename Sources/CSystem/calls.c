#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int csystem_open_beneath(int folder, const char *path, int flags, unsigned mode) {
  struct open_how how = {
    .flags = (uint64_t)(unsigned)flags,
    .mode = (flags & O_CREAT) ? mode : 0,
    .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  int fd = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
  // Before Linux 5.6 there is no such call, and some sandboxes refuse what they do not know.
  if (fd < 0 && (errno == ENOSYS || errno == EPERM))
    fd = openat(folder, path, flags | O_NOFOLLOW, mode);
  return fd;
}

int csystem_find_beneath(int folder, const char *path) {
  return csystem_open_beneath(folder, path, O_PATH | O_NOFOLLOW | O_CLOEXEC, 0);
}

int csystem_sync_file_system(int fd) { return syncfs(fd); }

int csystem_space_left(int fd, struct csystem_space *space) {
  struct statfs facts;
  if (fstatfs(fd, &facts) != 0) return -1;
  space->bytes = (uint64_t)facts.f_bavail * (uint64_t)facts.f_bsize;
  space->inodes = facts.f_ffree;
  space->all_inodes = facts.f_files;
  space->type = facts.f_type;
  return 0;
}

long csystem_random(void *bytes, size_t count) { return getrandom(bytes, count, 0); }

int csystem_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int csystem_terminal_columns(int fd) {
  struct winsize size;
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int csystem_exit_status(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void csystem_default_fatal_signals(void) {
  static const int fatal[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) signal(fatal[i], SIG_DFL);
}
