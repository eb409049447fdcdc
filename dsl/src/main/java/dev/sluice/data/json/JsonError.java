package dev.sluice.data.json;

/**
 * Why bytes are not JSON.
 *
 * @param offset of the first byte that cannot be; the length of the text where it ends too early
 * @param reason in words, for a log
 */
public record JsonError(long offset, String reason) {}
