// What each plugin exports besides its callbacks.
#pragma once

#include <stdlib.h>
#include <string.h>

#include "proxy_wasm.h"

CALLBACK(proxy_abi_version_0_2_1) void abi_version(void) {}

CALLBACK(proxy_on_memory_allocate) void *allocate(size_t size) { return malloc(size); }

#define TEXT(text) (text), strlen(text)
