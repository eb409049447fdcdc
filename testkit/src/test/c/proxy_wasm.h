// The functions of Proxy-Wasm 0.2.1 that the plugins beside this file use, as a host links them.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define HOSTCALL(name) __attribute__((import_module("env"), import_name(#name))) extern
#define CALLBACK(name) __attribute__((export_name(#name)))

enum status { OK = 0, NOT_FOUND = 1, BAD_ARGUMENT = 2, EMPTY = 7, CAS_MISMATCH = 8 };
enum level { TRACE, DEBUG, INFO, WARN, ERROR, CRITICAL };
enum map { REQUEST_HEADERS = 0, REQUEST_TRAILERS = 1, RESPONSE_HEADERS = 2, RESPONSE_TRAILERS = 3, CALL_HEADERS = 6 };
enum buffer { REQUEST_BODY = 0, RESPONSE_BODY = 1, CALL_BODY = 4, VM_CONFIGURATION = 6, PLUGIN_CONFIGURATION = 7 };
enum stream { REQUEST = 0, RESPONSE = 1 };
enum metric { COUNTER = 0, GAUGE = 1, HISTOGRAM = 2 };
enum header_result { CONTINUE = 0, STOP = 1, STOP_ALL_AND_BUFFER = 3, STOP_ALL_AND_WATERMARK = 4 };
enum data_result { DATA_CONTINUE = 0, DATA_STOP_AND_BUFFER = 1 };

HOSTCALL(proxy_log) int proxy_log(int level, const char *text, size_t size);
HOSTCALL(proxy_get_property) int proxy_get_property(const char *path, size_t size, char **value, size_t *value_size);
HOSTCALL(proxy_get_header_map_value)
int proxy_get_header_map_value(int map, const char *name, size_t name_size, char **value, size_t *value_size);
HOSTCALL(proxy_add_header_map_value)
int proxy_add_header_map_value(int map, const char *name, size_t name_size, const char *value, size_t value_size);
HOSTCALL(proxy_replace_header_map_value)
int proxy_replace_header_map_value(int map, const char *name, size_t name_size, const char *value, size_t value_size);
HOSTCALL(proxy_remove_header_map_value)
int proxy_remove_header_map_value(int map, const char *name, size_t name_size);
HOSTCALL(proxy_get_header_map_pairs) int proxy_get_header_map_pairs(int map, char **pairs, size_t *size);
HOSTCALL(proxy_get_buffer_bytes)
int proxy_get_buffer_bytes(int buffer, size_t start, size_t most, char **bytes, size_t *size);
HOSTCALL(proxy_set_buffer_bytes)
int proxy_set_buffer_bytes(int buffer, size_t start, size_t length, const char *bytes, size_t size);
HOSTCALL(proxy_send_local_response)
int proxy_send_local_response(int status, const char *details, size_t details_size, const char *body, size_t body_size,
                              const char *headers, size_t headers_size, int grpc_status);
HOSTCALL(proxy_continue_stream) int proxy_continue_stream(int stream);
HOSTCALL(proxy_http_call)
int proxy_http_call(const char *cluster, size_t cluster_size, const char *headers, size_t headers_size,
                    const char *body, size_t body_size, const char *trailers, size_t trailers_size, int milliseconds,
                    uint32_t *token);
HOSTCALL(proxy_set_effective_context) int proxy_set_effective_context(uint32_t context);
HOSTCALL(proxy_get_shared_data)
int proxy_get_shared_data(const char *key, size_t key_size, char **value, size_t *value_size, uint32_t *cas);
HOSTCALL(proxy_set_shared_data)
int proxy_set_shared_data(const char *key, size_t key_size, const char *value, size_t value_size, uint32_t cas);
HOSTCALL(proxy_define_metric) int proxy_define_metric(int kind, const char *name, size_t name_size, uint32_t *metric);
HOSTCALL(proxy_increment_metric) int proxy_increment_metric(uint32_t metric, int64_t by);
HOSTCALL(proxy_record_metric) int proxy_record_metric(uint32_t metric, uint64_t value);
HOSTCALL(proxy_get_metric) int proxy_get_metric(uint32_t metric, uint64_t *value);
