// Counts every allocation of the process into which it is preloaded, whoever makes it, Swift or C: in the first eight
// octets of the file that MALLOC_COUNT names. The file is mapped, so that the count is there however the process ends.
#include "MallocCounter.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// glibc's own names, so that nothing must be looked up: looking up allocates.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static _Atomic uint64_t uncounted;
static _Atomic uint64_t *count = &uncounted;

__attribute__((constructor)) static void open_count(void) {
  const char *path = getenv("MALLOC_COUNT");
  int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *page = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (page == MAP_FAILED) return;
  _Atomic uint64_t *mapped = page;
  atomic_fetch_add(mapped, atomic_load(&uncounted));
  count = mapped;
}

static inline void tally(void) { atomic_fetch_add_explicit(count, 1, memory_order_relaxed); }

void *malloc(size_t size) { return tally(), __libc_malloc(size); }
void *calloc(size_t number, size_t size) { return tally(), __libc_calloc(number, size); }
void *realloc(void *old, size_t size) { return tally(), __libc_realloc(old, size); }
void *memalign(size_t alignment, size_t size) { return tally(), __libc_memalign(alignment, size); }
void *aligned_alloc(size_t alignment, size_t size) { return tally(), __libc_memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
  tally();
  void *fresh = __libc_memalign(alignment, size);
  if (!fresh) return ENOMEM;
  *block = fresh;
  return 0;
}
#endif
