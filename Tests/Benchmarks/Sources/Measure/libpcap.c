#include "walks.h"

#include <pcap/pcap.h>

int walk_with_libpcap(const char *path, size_t *packets, size_t *octets) {
  char complaint[PCAP_ERRBUF_SIZE];
  pcap_t *capture = pcap_open_offline(path, complaint);
  if (!capture) return -1;
  size_t count = 0, sum = 0;
  struct pcap_pkthdr *header;
  const u_char *bytes;
  while (pcap_next_ex(capture, &header, &bytes) == 1) {
    count++;
    sum += header->caplen;
  }
  pcap_close(capture);
  *packets += count;
  *octets += sum;
  return 0;
}
