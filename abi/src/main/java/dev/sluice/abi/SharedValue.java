package dev.sluice.abi;

/**
 * A value of shared data with the number that a later write compares.
 *
 * @param value the bytes; {@link Status#NOT_FOUND} where the key has never been written
 * @param cas changes with each write; 0 in a write means "whatever is there"
 */
public record SharedValue(Fetched value, int cas) {}
