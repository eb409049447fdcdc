// Asks the cluster "auth" about each request; its answer decides.
#include <stdio.h>

#include "plugin.h"

#define MOST_WAITING 64

static struct {
  uint32_t token;
  uint32_t context;
} waiting[MOST_WAITING];

// Serialized pairs, written one by one.
static size_t pair(char *at, size_t *lengths, const char *name, const char *value) {
  uint32_t sizes[] = {strlen(name), strlen(value)};
  memcpy(at + *lengths, sizes, sizeof sizes);
  *lengths += sizeof sizes;
  return sizes[0] + sizes[1] + 2;
}

static size_t serialize(char *out, const char *fields[][2], uint32_t count) {
  memcpy(out, &count, sizeof count);
  size_t lengths = sizeof count;
  for (uint32_t i = 0; i < count; i++) {
    pair(out, &lengths, fields[i][0], fields[i][1]);
  }
  char *text = out + lengths;
  for (uint32_t i = 0; i < count; i++) {
    for (int j = 0; j < 2; j++) {
      size_t size = strlen(fields[i][j]) + 1;
      memcpy(text, fields[i][j], size);
      text += size;
    }
  }
  return (size_t)(text - out);
}

CALLBACK(proxy_on_request_headers) int request_headers(uint32_t context, uint32_t count, uint32_t end) {
  static const char *fields[][2] = {{":method", "POST"}, {":path", "/check"}, {":authority", "auth"}};
  char headers[256];
  size_t size = serialize(headers, fields, 3);
  uint32_t token = 0;
  int status = proxy_http_call(TEXT("auth"), headers, size, TEXT("may it pass?"), NULL, 0, 1000, &token);
  for (int i = 0; status == OK && i < MOST_WAITING; i++) {
    if (waiting[i].context == 0) {
      waiting[i].token = token;
      waiting[i].context = context;
      return STOP_ALL_AND_WATERMARK;
    }
  }
  proxy_send_local_response(500, NULL, 0, TEXT("no call"), NULL, 0, -1);
  return STOP;
}

static uint32_t taken(uint32_t token) {
  for (int i = 0; i < MOST_WAITING; i++) {
    if (waiting[i].context != 0 && waiting[i].token == token) {
      uint32_t context = waiting[i].context;
      waiting[i].context = 0;
      return context;
    }
  }
  return 0;
}

CALLBACK(proxy_on_http_call_response)
void answer(uint32_t root, uint32_t token, uint32_t headers, uint32_t body_size, uint32_t trailers) {
  char *status = NULL, *body = NULL;
  size_t status_size = 0, size = 0;
  proxy_get_header_map_value(CALL_HEADERS, TEXT(":status"), &status, &status_size);
  proxy_get_buffer_bytes(CALL_BODY, 0, body_size, &body, &size);
  uint32_t context = taken(token);
  if (context != 0 && proxy_set_effective_context(context) == OK) {
    if (status_size == 3 && memcmp(status, "200", 3) == 0) {
      proxy_add_header_map_value(REQUEST_HEADERS, TEXT("x-answer"), body, size);
      proxy_continue_stream(REQUEST);
    } else {
      proxy_send_local_response(403, NULL, 0, TEXT(headers == 0 ? "no answer" : "refused"), NULL, 0, -1);
    }
  }
  free(status);
  free(body);
}
