// Numbers requests in shared data, which is never written twice for one version, and counts them in metrics.
#include <stdio.h>

#include "plugin.h"

static uint32_t requests, last, sizes;

CALLBACK(proxy_on_configure) int configure(uint32_t root, uint32_t size) {
  return proxy_define_metric(COUNTER, TEXT("foreign.requests"), &requests) == OK &&
         proxy_define_metric(GAUGE, TEXT("foreign.last"), &last) == OK &&
         proxy_define_metric(HISTOGRAM, TEXT("foreign.sizes"), &sizes) == OK;
}

static unsigned next(void) {
  for (;;) {
    char *value = NULL;
    size_t size = 0;
    uint32_t cas = 0;
    char text[16] = "0";
    if (proxy_get_shared_data(TEXT("number"), &value, &size, &cas) == OK && size < sizeof text) {
      memcpy(text, value, size);
      text[size] = 0;
      free(value);
    }
    unsigned number = (unsigned)strtoul(text, NULL, 10) + 1;
    snprintf(text, sizeof text, "%u", number);
    if (proxy_set_shared_data(TEXT("number"), TEXT(text), cas) != CAS_MISMATCH) {
      return number;
    }
  }
}

CALLBACK(proxy_on_request_headers) int request_headers(uint32_t context, uint32_t count, uint32_t end) {
  unsigned number = next();
  uint64_t counted = 0;
  proxy_increment_metric(requests, 1);
  proxy_record_metric(last, number);
  proxy_record_metric(sizes, count);
  proxy_get_metric(last, &counted);
  char line[64];
  snprintf(line, sizeof line, "%u %llu", number, (unsigned long long)counted);
  proxy_add_header_map_value(REQUEST_HEADERS, TEXT("x-number"), TEXT(line));
  int mismatch = proxy_set_shared_data(TEXT("number"), TEXT("0"), 0x7fffffff);
  proxy_log(INFO, TEXT(mismatch == CAS_MISMATCH ? "kept" : "overwritten"));
  return CONTINUE;
}
