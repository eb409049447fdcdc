/** Protocol buffers, as far as a host needs them: fields of messages by their numbers. */
package dev.sluice.host.proto;
