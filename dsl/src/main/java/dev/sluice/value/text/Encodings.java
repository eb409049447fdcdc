package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.text.Base64;
import dev.sluice.data.text.Hex;
import dev.sluice.data.text.Percent;
import io.vavr.control.Option;

/** Text forms of bytes and the way back. What is malformed has no way back: none. */
public final class Encodings {
  private Encodings() {}

  private static Bytes orNull(Option<Bytes> decoded) {
    return decoded.isDefined() ? decoded.get() : null;
  }

  /** Base64, padded (RFC 4648 section 4). */
  public record ToBase64() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return Growth.isTooMuch(text.length() * 4L / 3, text.length()) ? null : Bytes.latin1(Base64.encode(text));
    }

    @Override
    public String describe(String text) {
      return "Base64 of " + text;
    }
  }

  /** Base64url without padding (RFC 4648 section 5). */
  public record ToBase64Url() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return Growth.isTooMuch(text.length() * 4L / 3, text.length()) ? null : Bytes.latin1(Base64.encodeUrl(text));
    }

    @Override
    public String describe(String text) {
      return "Base64url of " + text;
    }
  }

  /** What Base64 holds, read strictly: {@link Base64#decode}. */
  public record FromBase64() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return orNull(Base64.decode(text.latin1()));
    }

    @Override
    public String describe(String text) {
      return text + " decoded from Base64";
    }
  }

  /** What Base64url holds, read strictly: {@link Base64#decodeUrl}. */
  public record FromBase64Url() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return orNull(Base64.decodeUrl(text.latin1()));
    }

    @Override
    public String describe(String text) {
      return text + " decoded from Base64url";
    }
  }

  /** Two lower-case digits a byte. */
  public record ToHex() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return Growth.isTooMuch(text.length() * 2L, text.length()) ? null : Bytes.latin1(Hex.encode(text));
    }

    @Override
    public String describe(String text) {
      return "hex of " + text;
    }
  }

  /** What hex digits of either case hold. */
  public record FromHex() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return orNull(Hex.decode(text.latin1()));
    }

    @Override
    public String describe(String text) {
      return text + " decoded from hex";
    }
  }

  /** All but the unreserved characters as {@code %XX} (RFC 3986 section 2). */
  public record ToPercent() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      String encoded = Percent.encode(text);
      return Growth.isTooMuch(encoded.length(), text.length()) ? null : Bytes.latin1(encoded);
    }

    @Override
    public String describe(String text) {
      return text + " percent-encoded";
    }
  }

  /** What percent-coding holds, read strictly: {@link Percent#decode(Bytes)}. */
  public record FromPercent() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return orNull(Percent.decode(text));
    }

    @Override
    public String describe(String text) {
      return text + " percent-decoded";
    }
  }
}
