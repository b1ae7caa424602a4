/// The calls of Linux that Swift's Glibc module does not show, and the files of
/// `Config/` and `Samples/` as they were when the program was built.
///
/// No header of the system that declares types is included here: Swift would take those types for
/// this module's, or for Glibc's, by which of the two it happened to compile first.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

/// Opens `path` below `folder` without ever leaving it and without following a link.
/// On a kernel without `openat2` the last component alone is held to that.
int csystem_open_beneath(int folder, const char *path, int flags, unsigned mode);

/// Opens what lies at `path` to ask what it is, and for nothing else: a link itself, a socket, a
/// file that may not be read.
int csystem_find_beneath(int folder, const char *path);

/// Writes the whole file system of `fd` to the disk.
int csystem_sync_file_system(int fd);

/// What the file system of a descriptor has left for this user, and what kind it is.
struct csystem_space {
  uint64_t bytes;
  uint64_t inodes;
  /// 0 where the file system has no fixed number of inodes (Btrfs, say).
  uint64_t all_inodes;
  int64_t type;
};
int csystem_space_left(int fd, struct csystem_space *space);

/// Fills with the kernel's randomness: how many bytes were filled, or -1.
long csystem_random(void *bytes, size_t count);
int csystem_pipe(int ends[2]);

/// The columns of a terminal, or 0 where `fd` is none.
int csystem_terminal_columns(int fd);

/// How a child ended: its exit status, or 128 and the signal that ended it.
int csystem_exit_status(int wait_status);

/// Sets the signals that a crash raises back to their default: no handler of a runtime answers them.
void csystem_default_fatal_signals(void);

/// A text file that was embedded: `path` is relative to the project's folder, and a zero byte that
/// is not the file's own ends `text`.
struct csystem_embedded_file {
  const char *path;
  const uint8_t *text;
};

/// The embedded file at a place from 0; null past the last.
const struct csystem_embedded_file *csystem_embedded_file(size_t place);

#endif
