// measure OUTPUT headers CAPTURE...              walks the headers of the records
// measure OUTPUT libpcap CAPTURE...              has libpcap do it
// measure OUTPUT [NAME=VALUE]... PROGRAM ARG...  runs a program, with a path, in an environment with NAME
//
// Each does it in a process of its own whose standard output is written to OUTPUT, and prints how many seconds that took
// and its greatest resident size in octets. Linux counts to a process what its parent held when it was made: so this is
// small, and no part of the program that asks for the measurements.
#include "walks.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/// Walks all captures and writes how many packets and octets they hold.
static int walk(int (*step)(const char *, size_t *, size_t *), char **paths) {
  size_t packets = 0, octets = 0;
  for (; *paths; paths++) {
    if (step(*paths, &packets, &octets) != 0) return fprintf(stderr, "%s: no capture\n", *paths), 1;
  }
  printf("%zu %zu\n", packets, octets);
  return fflush(stdout);
}

static int work(char **words) {
  if (strcmp(*words, "headers") == 0) return walk(walk_headers, words + 1);
  if (strcmp(*words, "libpcap") == 0) return walk(walk_with_libpcap, words + 1);
  for (; *words && strchr(*words, '='); words++) putenv(*words);
  if (*words) execv(*words, words);
  return 127;
}

int main(int count, char **arguments) {
  if (count < 3) return fputs("usage: measure OUTPUT PROGRAM ARG...\n", stderr), 64;
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    int file = open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0 || dup2(file, STDOUT_FILENO) < 0) _exit(127);
    _exit(work(arguments + 2));
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return perror("measure"), 1;
  double seconds = now() - start;
#ifdef __APPLE__
  long memory = usage.ru_maxrss;
#else
  long memory = usage.ru_maxrss * 1024;
#endif
  printf("%.9f %ld\n", seconds, memory);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
