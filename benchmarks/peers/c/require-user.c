// The smallest module there can be: what the ABI itself costs.
#include <stddef.h>
#include <stdint.h>

#define HOSTCALL(name) __attribute__((import_module("env"), import_name(#name))) extern
#define CALLBACK(name) __attribute__((export_name(#name)))

HOSTCALL(proxy_get_header_map_value)
int proxy_get_header_map_value(int map, const char *name, size_t name_size, char **value, size_t *value_size);
HOSTCALL(proxy_send_local_response)
int proxy_send_local_response(int status, const char *details, size_t details_size, const char *body, size_t body_size,
                              const char *headers, size_t headers_size, int grpc_status);

static char memory[4096];

// Valid until the next callback, which is as long as it is read.
CALLBACK(proxy_on_memory_allocate) void *allocate(size_t size) { return size <= sizeof memory ? memory : NULL; }
CALLBACK(proxy_abi_version_0_2_1) void abi_version(void) {}

static int is_filled(const char *value, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if (value[i] != ' ' && value[i] != '\t') {
      return 1;
    }
  }
  return 0;
}

CALLBACK(proxy_on_request_headers) int request_headers(uint32_t context, uint32_t count, uint32_t end) {
  char *user = NULL;
  size_t size = 0;
  int status = proxy_get_header_map_value(0, "x-user-id", 9, &user, &size);
  if (status != 0 || !is_filled(user, size)) {
    proxy_send_local_response(403, "", 0, "Forbidden", 9, "", 0, -1);
    return 1;
  }
  return 0;
}
