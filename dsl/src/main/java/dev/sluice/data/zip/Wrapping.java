package dev.sluice.data.zip;

/** What stands around deflated bytes. */
public enum Wrapping {
  RAW,
  ZLIB,
  GZIP
}
