package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;

/**
 * How a property that plugins set behaves.
 *
 * @param path the property's path
 * @param readOnly whether it can be set only once in a stream
 */
public record PropertyDeclaration(Bytes path, boolean readOnly) {}
