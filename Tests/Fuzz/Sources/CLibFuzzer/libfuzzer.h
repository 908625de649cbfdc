// The part of libFuzzer's interface that a program calls; what libFuzzer calls is in Sources/Fuzz/LibFuzzer.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Changes `size` octets at `data`, which has room for `limit`, in one of libFuzzer's own ways; returns how many they are
/// then.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t limit);
