package dev.sluice.abi;

/** One field of a header map. Names are lower case on the wire of HTTP/2 and in every host's map. */
public record Header(Bytes name, Bytes value) {

  /** A field from text, in UTF-8. */
  public static Header of(String name, String value) {
    return new Header(Bytes.utf8(name), Bytes.utf8(value));
  }
}
