#include "walks.h"

#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static inline uint32_t little_endian(const uint8_t *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static inline uint32_t big_endian(const uint8_t *bytes) { return __builtin_bswap32(little_endian(bytes)); }

int walk_headers(const char *path, size_t *packets, size_t *octets) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) return -1;
  size_t size = (size_t)status.st_size, count = 0, sum = 0;
  const uint8_t *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  if (bytes == MAP_FAILED) return -1;

  if (size >= 16 && memcmp(bytes, "btsnoop", 8) == 0) {
    for (size_t at = 16; at + 24 <= size; count++) {
      uint32_t length = big_endian(bytes + at + 4);
      sum += length;
      at += 24 + length;
    }
  } else if (size >= 24 && little_endian(bytes) == 0xA1B2C3D4) {
    for (size_t at = 24; at + 16 <= size; count++) {
      uint32_t length = little_endian(bytes + at + 8);
      sum += length;
      at += 16 + length;
    }
  }
  munmap((void *)bytes, size);
  *packets += count;
  *octets += sum;
  return count > 0 ? 0 : -1;
}
