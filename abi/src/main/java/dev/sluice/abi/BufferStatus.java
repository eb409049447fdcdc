package dev.sluice.abi;

/**
 * How much a buffer holds.
 *
 * @param length bytes; 0 unless the status is OK
 * @param flags host-defined
 */
public record BufferStatus(Status status, int length, int flags) {}
