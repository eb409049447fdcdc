/** Compression: deflate (RFC 1951) raw, in zlib's (RFC 1950) and gzip's (RFC 1952) wrapping. */
package dev.sluice.data.zip;
