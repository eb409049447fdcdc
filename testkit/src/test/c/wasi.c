// The C library on WASI: time, randomness, streams, environment, arguments, files; and exit, where the request asks.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "plugin.h"

extern char **environ;

__attribute__((import_module("wasi_snapshot_preview1"), import_name("args_sizes_get"))) extern int
args_sizes_get(size_t *count, size_t *size);

// Runs in _initialize, where only some of WASI is allowed.
__attribute__((constructor)) static void loaded(void) {
  setvbuf(stdout, NULL, _IOLBF, 256);
  struct timespec now;
  printf("loaded, %s\n", clock_gettime(CLOCK_REALTIME, &now) == 0 && now.tv_sec > 1000000000 ? "in time" : "at no time");
}

static void files(void) {
  errno = 0;
  FILE *file = fopen("/etc/passwd", "r");
  printf("open: %s, errno %d\n", file == NULL ? "none" : "a file", errno);
  char byte;
  errno = 0;
  ssize_t count = read(0, &byte, 1);
  printf("read: %zd, errno %d\n", count, errno);
  printf("close: %d\n", close(9));
  printf("terminal: %d\n", isatty(1));
}

CALLBACK(proxy_on_request_headers) int request_headers(uint32_t context, uint32_t count, uint32_t end) {
  char *wish = NULL;
  size_t size = 0;
  if (proxy_get_header_map_value(REQUEST_HEADERS, TEXT("x-exit"), &wish, &size) == OK) {
    exit(7);
  }
  struct timespec first, second;
  clock_gettime(CLOCK_MONOTONIC, &first);
  clock_gettime(CLOCK_MONOTONIC, &second);
  int forward = second.tv_sec > first.tv_sec || (second.tv_sec == first.tv_sec && second.tv_nsec >= first.tv_nsec);
  printf("clock: %s\n", forward ? "forward" : "back");
  unsigned char random[64] = {0}, zero[64] = {0};
  printf("random: %s\n", getentropy(random, sizeof random) == 0 && memcmp(random, zero, 64) != 0 ? "yes" : "no");
  size_t arguments = 9, bytes = 9;
  int status = args_sizes_get(&arguments, &bytes);
  printf("arguments: %d %zu %zu\n", status, arguments, bytes);
  printf("environment: %s\n", environ == NULL || environ[0] == NULL ? "empty" : environ[0]);
  files();
  fprintf(stderr, "%s %d\n", "to standard error", 2);
  return CONTINUE;
}
