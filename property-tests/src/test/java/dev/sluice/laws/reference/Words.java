package dev.sluice.laws.reference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What words make of one text or number, which are there. Null for nothing. */
final class Words {
  private static final HexFormat HEX = HexFormat.of();

  /** A string that is not ended goes on to the end. */
  private static final Pattern ELEMENT =
      Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z))+", Pattern.DOTALL);

  private Words() {}

  static String made(String word, String text) {
    return switch (word) {
      case "trim" -> text.replaceAll("^[ \t]+|[ \t]+$", "");
      case "lowerCase" -> lower(text);
      case "substring" -> text.substring(Math.min(1, text.length()), Math.min(3, text.length()));
      case "sha1" -> hash("SHA-1", text);
      case "sha256" -> hash("SHA-256", text);
      case "sha384" -> hash("SHA-384", text);
      case "sha512" -> hash("SHA-512", text);
      case "encodeHex" -> HEX.formatHex(raw(text));
      case "decodeHex" -> text.matches("([0-9a-fA-F]{2})*") ? text(HEX.parseHex(text)) : null;
      case "encodeBase64" -> Base64.getEncoder().encodeToString(raw(text));
      case "encodeBase64Url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(raw(text));
      case "decodeBase64" -> same(text, decoded(Base64.getDecoder(), text), Base64.getEncoder());
      case "decodeBase64Url" -> same(text, decoded(Base64.getUrlDecoder(), text),
          Base64.getUrlEncoder().withoutPadding());
      case "encodePercent" -> Targets.encoded(text);
      case "decodePercent" -> percentDecoded(text);
      default -> throw new IllegalArgumentException(word);
    };
  }

  static String made(String word, String text, String first, String second) {
    int at = text.indexOf(first);
    int last = text.lastIndexOf(first);
    return switch (word) {
      case "before" -> at < 0 ? null : text.substring(0, at);
      case "beforeLast" -> last < 0 ? null : text.substring(0, last);
      case "after" -> at < 0 ? null : text.substring(at + first.length());
      case "afterLast" -> last < 0 ? null : text.substring(last + first.length());
      case "between" -> at < 0 ? null : made("before", text.substring(at + first.length()), second, "");
      case "replace" -> text.replace(first, second);
      case "prepend" -> first + text;
      case "append" -> text + first;
      case "hmacSha1" -> hmac("HmacSHA1", first, text);
      case "hmacSha256" -> hmac("HmacSHA256", first, text);
      case "hmacSha512" -> hmac("HmacSHA512", first, text);
      default -> throw new IllegalArgumentException(word);
    };
  }

  /** The elements of lists (RFC 9110 section 5.6.1): commas in quoted strings (section 5.6.4) are part of them. */
  static String elements(String word, List<String> values) {
    List<String> all = values.stream()
        .flatMap(value -> ELEMENT.matcher(value).results())
        .map(found -> made("trim", found.group()))
        .filter(element -> !element.isEmpty())
        .toList();
    return switch (word) {
      case "first" -> all.isEmpty() ? null : all.getFirst();
      case "last" -> all.isEmpty() ? null : all.getLast();
      case "at" -> all.size() < 2 ? null : all.get(1);
      case "join" -> all.isEmpty() ? null : String.join("|", all);
      default -> throw new IllegalArgumentException(word);
    };
  }

  static Long calculated(String word, long first, long second) {
    try {
      long result = switch (word) {
        case "plus" -> Math.addExact(first, second);
        case "minus" -> Math.subtractExact(first, second);
        case "times" -> Math.multiplyExact(first, second);
        case "dividedBy" -> first / second;
        case "modulo" -> Math.floorMod(first, second);
        case "min" -> Math.min(first, second);
        case "max" -> Math.max(first, second);
        default -> throw new IllegalArgumentException(word);
      };
      return result == Long.MIN_VALUE ? null : result;
    } catch (ArithmeticException nothing) {
      return null;
    }
  }

  static boolean asked(String word, String text, String other) {
    return switch (word) {
      case "isNot" -> !text.equals(other);
      case "in" -> List.of(other, "b").contains(text);
      case "endsWith" -> text.endsWith(other);
      case "present" -> !made("trim", text).isEmpty();
      case "ignoringCase" -> lower(text).equals(lower(other));
      case "constantTimeIs" -> text.equals("a" + other);
      case "matches" -> text.matches("a+|/?[b-z]*");
      case "isTrue" -> List.of("true", "1", "yes", "on").contains(lower(text));
      case "isFalse" -> List.of("false", "0", "no", "off").contains(lower(text));
      case "inCidr" -> Formats.isTen(text);
      case "containsMatch" -> text.matches("(?s).*a[^\n].*");
      default -> throw new IllegalArgumentException(word);
    };
  }

  static boolean compared(String word, long number, int other) {
    return switch (word) {
      case "is" -> number == other;
      case "isNot" -> number != other;
      case "in" -> number == other || number == 2;
      case "between" -> 0 <= number && number <= other;
      case "greaterThan" -> number > other;
      case "atLeast" -> number >= other;
      case "lessThan" -> number < other;
      case "atMost" -> number <= other;
      case "absent" -> false;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String lower(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)));
    return out.toString();
  }

  private static String percentDecoded(String text) {
    String[] pieces = text.split("%", -1);
    StringBuilder out = new StringBuilder(pieces[0]);
    for (int i = 1; i < pieces.length; i++) {
      if (!pieces[i].matches("(?s)[0-9a-fA-F]{2}.*")) {
        return null;
      }
      out.append((char) HexFormat.fromHexDigits(pieces[i], 0, 2)).append(pieces[i].substring(2));
    }
    return out.toString();
  }

  private static String decoded(Base64.Decoder decoder, String text) {
    try {
      return text(decoder.decode(raw(text)));
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** Read strictly: what would not be written so again is malformed. */
  private static String same(String text, String decoded, Base64.Encoder encoder) {
    return decoded != null && encoder.encodeToString(raw(decoded)).equals(text) ? decoded : null;
  }

  private static String hash(String algorithm, String text) {
    try {
      return text(MessageDigest.getInstance(algorithm).digest(raw(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(raw(key), algorithm));
      return text(mac.doFinal(raw(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] raw(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] raw) {
    return new String(raw, StandardCharsets.ISO_8859_1);
  }
}
