// Holds a request's body, turns it around and puts its length before it; writes the response's in capitals as it passes.
#include <ctype.h>
#include <stdio.h>

#include "plugin.h"

CALLBACK(proxy_on_request_headers) int request_headers(uint32_t context, uint32_t count, uint32_t end) {
  proxy_remove_header_map_value(REQUEST_HEADERS, TEXT("content-length"));
  return CONTINUE;
}

CALLBACK(proxy_on_request_body) int request_body(uint32_t context, uint32_t size, uint32_t end) {
  if (!end) {
    return DATA_STOP_AND_BUFFER;
  }
  char *body = NULL;
  size_t length = 0;
  if (proxy_get_buffer_bytes(REQUEST_BODY, 0, size, &body, &length) != OK) {
    return DATA_CONTINUE;
  }
  for (size_t i = 0; i < length / 2; i++) {
    char first = body[i];
    body[i] = body[length - 1 - i];
    body[length - 1 - i] = first;
  }
  proxy_set_buffer_bytes(REQUEST_BODY, 0, length, body, length);
  free(body);
  char before[32];
  snprintf(before, sizeof before, "%zu:", length);
  proxy_set_buffer_bytes(REQUEST_BODY, 0, 0, TEXT(before));
  return DATA_CONTINUE;
}

CALLBACK(proxy_on_response_body) int response_body(uint32_t context, uint32_t size, uint32_t end) {
  char *body = NULL;
  size_t length = 0;
  if (size == 0 || proxy_get_buffer_bytes(RESPONSE_BODY, 0, size, &body, &length) != OK) {
    return DATA_CONTINUE;
  }
  for (size_t i = 0; i < length; i++) {
    body[i] = (char)toupper((unsigned char)body[i]);
  }
  proxy_set_buffer_bytes(RESPONSE_BODY, 0, length, body, length);
  free(body);
  return DATA_CONTINUE;
}
