package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.value.text.Change;
import dev.sluice.value.text.Cut;
import dev.sluice.value.text.Encodings;
import dev.sluice.value.text.Hashes;
import dev.sluice.value.text.Letters;
import dev.sluice.value.text.Regex;
import dev.sluice.value.text.TextFunction;

/**
 * What can be made of a text. The result is absent where the text is, and where it is longer than 1 MiB and than the text
 * it is made of. Lengths and indexes count bytes.
 */
public sealed interface TextChanges permits TextValue {

  /** What this function makes of the text. */
  TextValue made(TextFunction function);

  /** Whether what the author writes down is put in lower case, since the text is. */
  boolean ignoresCase();

  /**
   * Without spaces and tabs at both ends (OWS, RFC 9110 section 5.6.3).
   * <pre>{@code header("x-tenant").trim()}</pre>
   */
  default TextValue trim() {
    return made(new Letters.Trim());
  }

  /**
   * ASCII letters in lower case.
   * <pre>{@code setHeader("x-host", host().lowerCase())}</pre>
   */
  default TextValue lowerCase() {
    return made(new Letters.LowerCase());
  }

  /**
   * ASCII letters in upper case.
   * <pre>{@code header("x-country").upperCase()}</pre>
   */
  default TextValue upperCase() {
    return made(new Letters.UpperCase());
  }

  /**
   * From the byte with this index, counted from 0, to the end; empty where the text is shorter.
   * <pre>{@code path().substring(4)}</pre>
   */
  default TextValue substring(int from) {
    return made(new Cut.Substring(Check.index("substring", from), Integer.MAX_VALUE));
  }

  /**
   * From one index to another, the byte there not included; shorter where the text is.
   * <pre>{@code header("x-request-id").substring(0, 8)}</pre>
   */
  default TextValue substring(int from, int to) {
    Check.index("substring", from);
    if (to < from) {
      throw new IllegalArgumentException("substring: the end lies before the beginning; give the lower index first");
    }
    return made(new Cut.Substring(from, to));
  }

  /**
   * What stands before the first occurrence of this text; absent where it does not occur.
   * <pre>{@code header("x-route").before(";")}</pre>
   */
  default TextValue before(String delimiter) {
    return made(new Cut.Before(filled("before", delimiter)));
  }

  /**
   * What stands before the last occurrence of this text; absent where it does not occur.
   * <pre>{@code path().beforeLast("/")}</pre>
   */
  default TextValue beforeLast(String delimiter) {
    return made(new Cut.BeforeLast(filled("beforeLast", delimiter)));
  }

  /**
   * What stands behind the first occurrence of this text; absent where it does not occur.
   * <pre>{@code header("authorization").after("ApiKey ")}</pre>
   */
  default TextValue after(String delimiter) {
    return made(new Cut.After(filled("after", delimiter)));
  }

  /**
   * What stands behind the last occurrence of this text; absent where it does not occur.
   * <pre>{@code path().afterLast(".")}</pre>
   */
  default TextValue afterLast(String delimiter) {
    return made(new Cut.AfterLast(filled("afterLast", delimiter)));
  }

  /**
   * What stands between the first occurrence of one text and the next one of another; absent where one is missing.
   * <pre>{@code header("x-list").between("<", ">")}</pre>
   */
  default TextValue between(String left, String right) {
    return after(left).before(right);
  }

  /**
   * Each occurrence of a text replaced by another, from left to right.
   * <pre>{@code setHeader(":path", header(":path").replace("/v1/", "/v2/"))}</pre>
   */
  default TextValue replace(String wanted, String replacement) {
    Bytes by = Bytes.utf8(Check.given("replace", "the replacement", replacement));
    return made(new Change.Replace(filled("replace", wanted), by));
  }

  /**
   * What a group of the first match of a regular expression takes up, 0 being the whole match; absent where nothing
   * matches or the group has no part in it. Syntax of RE2, time linear in the text. A byte that is not part of
   * well-formed UTF-8 counts as U+FFFD and comes out as such.
   * <pre>{@code path().group("^/tenants/([a-z0-9-]+)/", 1)}</pre>
   */
  default TextValue group(String regex, int group) {
    Regex compiled = Regex.of("group", Check.given("group", "the regular expression", regex), ignoresCase());
    if (group < 0 || group > compiled.groups()) {
      throw new IllegalArgumentException("group: the regular expression /" + regex + "/ has no group of this number");
    }
    return made(new Cut.Group(compiled, group));
  }

  /**
   * With this text before it.
   * <pre>{@code setHeader(":path", path().prepend("/v2"))}</pre>
   */
  default TextValue prepend(String text) {
    return made(new Change.Surround(Bytes.utf8(Check.given("prepend", "the text", text)), Bytes.EMPTY));
  }

  /**
   * With this text behind it.
   * <pre>{@code setHeader("x-host", host().append(".internal"))}</pre>
   */
  default TextValue append(String text) {
    return made(new Change.Surround(Bytes.EMPTY, Bytes.utf8(Check.given("append", "the text", text))));
  }

  /**
   * The 20 bytes of the SHA-1 hash. For what old systems ask for only: collisions can be made at will.
   * <pre>{@code setHeader("x-key", header("x-id").sha1().encodeHex())}</pre>
   */
  default TextValue sha1() {
    return made(new Hashes.Sha1());
  }

  /**
   * The 32 bytes of the SHA-256 hash (FIPS 180-4).
   * <pre>{@code setHeader("x-user-hash", header("x-user").sha256().encodeHex())}</pre>
   */
  default TextValue sha256() {
    return made(new Hashes.Sha256());
  }

  /**
   * The 48 bytes of the SHA-384 hash (FIPS 180-4).
   * <pre>{@code requestBody().sha384().encodeBase64()}</pre>
   */
  default TextValue sha384() {
    return made(new Hashes.Sha384());
  }

  /**
   * The 64 bytes of the SHA-512 hash (FIPS 180-4).
   * <pre>{@code requestBody().sha512().encodeHex()}</pre>
   */
  default TextValue sha512() {
    return made(new Hashes.Sha512());
  }

  /**
   * The 20 bytes of HMAC-SHA-1 (RFC 2104) with this key, in UTF-8.
   * <pre>{@code path().hmacSha1(key).encodeBase64Url()}</pre>
   */
  default TextValue hmacSha1(String key) {
    return hmacSha1(Secret.of(Check.filled("hmacSha1", "the key", key)));
  }

  /** Like {@link #hmacSha1(String)}, with a key out of the settings. */
  default TextValue hmacSha1(Secret key) {
    return made(new Hashes.Hmac(new Hashes.Sha1(), Check.given("hmacSha1", "the key", key).reveal()));
  }

  /**
   * The 32 bytes of HMAC-SHA-256 (RFC 2104) with this key, in UTF-8.
   * <pre>{@code when(query("sig").constantTimeIs(path().hmacSha256(key).encodeHex()).not()).respond(403)}</pre>
   */
  default TextValue hmacSha256(String key) {
    return hmacSha256(Secret.of(Check.filled("hmacSha256", "the key", key)));
  }

  /** Like {@link #hmacSha256(String)}, with a key out of the settings. */
  default TextValue hmacSha256(Secret key) {
    return made(new Hashes.Hmac(new Hashes.Sha256(), Check.given("hmacSha256", "the key", key).reveal()));
  }

  /**
   * The 64 bytes of HMAC-SHA-512 (RFC 2104) with this key, in UTF-8.
   * <pre>{@code requestBody().hmacSha512(key).encodeHex()}</pre>
   */
  default TextValue hmacSha512(String key) {
    return hmacSha512(Secret.of(Check.filled("hmacSha512", "the key", key)));
  }

  /** Like {@link #hmacSha512(String)}, with a key out of the settings. */
  default TextValue hmacSha512(Secret key) {
    return made(new Hashes.Hmac(new Hashes.Sha512(), Check.given("hmacSha512", "the key", key).reveal()));
  }

  /**
   * The text in Base64 with padding (RFC 4648 section 4).
   * <pre>{@code setHeader("authorization", template("{}:{}", user, text(password)).encodeBase64().prepend("Basic "))}</pre>
   */
  default TextValue encodeBase64() {
    return made(new Encodings.ToBase64());
  }

  /**
   * What the text holds in Base64, read strictly; absent where it is malformed.
   * <pre>{@code header("x-state").decodeBase64()}</pre>
   */
  default TextValue decodeBase64() {
    return made(new Encodings.FromBase64());
  }

  /**
   * The text in base64url without padding (RFC 4648 section 5).
   * <pre>{@code path().sha256().encodeBase64Url()}</pre>
   */
  default TextValue encodeBase64Url() {
    return made(new Encodings.ToBase64Url());
  }

  /**
   * What the text holds in base64url without padding, read strictly; absent where it is malformed.
   * <pre>{@code header("authorization").bearer().between(".", ".").decodeBase64Url().json("/sub")}</pre>
   */
  default TextValue decodeBase64Url() {
    return made(new Encodings.FromBase64Url());
  }

  /**
   * Two lower-case hexadecimal digits for each byte.
   * <pre>{@code header("x-user").sha256().encodeHex()}</pre>
   */
  default TextValue encodeHex() {
    return made(new Encodings.ToHex());
  }

  /**
   * What the text holds in hexadecimal digits of either case; absent where it is malformed.
   * <pre>{@code query("sig").decodeHex()}</pre>
   */
  default TextValue decodeHex() {
    return made(new Encodings.FromHex());
  }

  /**
   * All bytes but unreserved characters as {@code %XX} (RFC 3986 section 2).
   * <pre>{@code template("/login?next={}", header(":path").encodePercent())}</pre>
   */
  default TextValue encodePercent() {
    return made(new Encodings.ToPercent());
  }

  /**
   * Each {@code %XX} as the byte it stands for; absent where a percent sign has no two digits behind it.
   * <pre>{@code path().segment(1).decodePercent()}</pre>
   */
  default TextValue decodePercent() {
    return made(new Encodings.FromPercent());
  }

  private Bytes filled(String word, String delimiter) {
    Check.filled(word, "the text to look for", delimiter);
    return Bytes.utf8(ignoresCase() ? Check.lowerCase(delimiter) : delimiter);
  }
}
