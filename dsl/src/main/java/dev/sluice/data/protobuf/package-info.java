/** Protocol Buffers messages by field numbers, without generated classes. */
package dev.sluice.data.protobuf;
