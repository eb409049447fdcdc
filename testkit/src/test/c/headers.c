// Refuses requests without x-user; marks the others, and their responses with what the request was.
#include <stdio.h>

#include "plugin.h"

static char remembered[256];

CALLBACK(proxy_on_request_headers) int request_headers(uint32_t context, uint32_t count, uint32_t end) {
  char *user = NULL;
  size_t size = 0;
  if (proxy_get_header_map_value(REQUEST_HEADERS, TEXT("x-user"), &user, &size) != OK) {
    // One pair, serialized by hand: count, two lengths, two texts that end with NUL.
    static const char header[] = "\1\0\0\0\5\0\0\0\3\0\0\0x-why\0who";
    proxy_send_local_response(403, TEXT("no_user"), TEXT("who are you?"), header, sizeof header, -1);
    return STOP;
  }
  snprintf(remembered, sizeof remembered, "%.*s of %u", (int)size, user, (unsigned)count);
  free(user);
  proxy_add_header_map_value(REQUEST_HEADERS, TEXT("x-by"), TEXT("c"));
  proxy_add_header_map_value(REQUEST_HEADERS, TEXT("x-by"), TEXT("again"));
  proxy_remove_header_map_value(REQUEST_HEADERS, TEXT("x-secret"));
  return CONTINUE;
}

static unsigned pairs_of_response(void) {
  char *pairs = NULL;
  size_t size = 0;
  if (proxy_get_header_map_pairs(RESPONSE_HEADERS, &pairs, &size) != OK || size < 4) {
    return 0;
  }
  unsigned found;
  memcpy(&found, pairs, sizeof found);
  free(pairs);
  return found;
}

CALLBACK(proxy_on_response_headers) int response_headers(uint32_t context, uint32_t count, uint32_t end) {
  char line[300];
  snprintf(line, sizeof line, "%s, %s", remembered, pairs_of_response() == count ? "counted" : "miscounted");
  proxy_replace_header_map_value(RESPONSE_HEADERS, TEXT("x-seen"), TEXT(line));
  char *name = NULL;
  size_t size = 0;
  if (proxy_get_property(TEXT("plugin_name"), &name, &size) == OK) {
    proxy_log(INFO, name, size);
    free(name);
  }
  return CONTINUE;
}
