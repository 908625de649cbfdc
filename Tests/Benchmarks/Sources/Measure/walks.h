#pragma once
#include <stddef.h>

/// The yardstick of the benchmarks: maps the capture, btsnoop or pcap, steps from record to record by their lengths, and
/// looks at nothing else. No program that knows each packet can do with less. Adds the records to `packets`, the octets
/// of their packets to `octets`; -1 where that can't be done.
int walk_headers(const char *path, size_t *packets, size_t *octets);

/// What libpcap itself costs: asks it for every packet and looks at none.
int walk_with_libpcap(const char *path, size_t *packets, size_t *octets);
