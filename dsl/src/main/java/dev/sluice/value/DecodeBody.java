package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.HeaderPairs;
import dev.sluice.data.zip.Inflate;
import dev.sluice.data.zip.InflateLimits;
import dev.sluice.data.zip.Wrapping;
import dev.sluice.plan.KeptCell;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import java.util.List;

/** Undoes the content codings of a body that has been waited for. */
final class DecodeBody extends Op {
  private static final Bytes ENCODING = Bytes.constant("content-encoding");
  private static final Bytes IDENTITY = Bytes.constant("identity");
  private static final Bytes GZIP = Bytes.constant("gzip");
  private static final Bytes X_GZIP = Bytes.constant("x-gzip");
  private static final Bytes DEFLATE = Bytes.constant("deflate");
  private static final int MOST_CODINGS = 3;

  private final int most;
  private final KeptCell decoded;
  private final Label malformed;
  private final Label unsupported;
  private final Label tooLarge;

  DecodeBody(int most, KeptCell decoded, Label malformed, Label unsupported, Label tooLarge) {
    this.most = most;
    this.decoded = decoded;
    this.malformed = malformed;
    this.unsupported = unsupported;
    this.tooLarge = tooLarge;
  }

  @Override
  public int run(Run run, int pc) {
    Bytes bytes = run.body().bytes();
    if (!bytes.isEmpty()) {
      Bytes[] codings = new Bytes[MOST_CODINGS];
      int count = codings(run.pairs(), codings);
      if (count > MOST_CODINGS) {
        return unsupported.pc();
      }
      // The last one named was applied last.
      for (int i = count - 1; i >= 0; i--) {
        if (!isKnown(codings[i])) {
          return unsupported.pc();
        }
        Inflate inflate = new Inflate(wrapping(codings[i], bytes), new InflateLimits(most, Integer.MAX_VALUE));
        bytes = inflate.push(bytes);
        if (!inflate.isFinished()) {
          return inflate.isTooLarge() ? tooLarge.pc() : malformed.pc();
        }
      }
    }
    if (bytes.length() > most) {
      return tooLarge.pc();
    }
    decoded.keep(run, bytes);
    return pc + 1;
  }

  /** Finds the codings in the order in which they were applied; returns their number, which may be more than fit. */
  private static int codings(HeaderPairs headers, Bytes[] into) {
    int[] count = new int[1];
    headers.forEach((name, value) -> {
      if (name.equalsIgnoreCase(ENCODING)) {
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
          if (i == value.length() || value.at(i) == ',') {
            add(trimmed(value, from, i), into, count);
            from = i + 1;
          }
        }
      }
    });
    return count[0];
  }

  private static void add(Bytes coding, Bytes[] into, int[] count) {
    if (!coding.isEmpty() && !coding.equalsIgnoreCase(IDENTITY)) {
      if (count[0] < into.length) {
        into[count[0]] = coding;
      }
      count[0]++;
    }
  }

  private static Bytes trimmed(Bytes text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSpace(text.at(start))) {
      start++;
    }
    while (end > start && isSpace(text.at(end - 1))) {
      end--;
    }
    return text.slice(start, end);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean isKnown(Bytes coding) {
    return coding.equalsIgnoreCase(GZIP) || coding.equalsIgnoreCase(X_GZIP) || coding.equalsIgnoreCase(DEFLATE);
  }

  /** RFC 9110 section 8.4.1.2: deflate is zlib, but some send what is in it bare. */
  private static Wrapping wrapping(Bytes coding, Bytes bytes) {
    if (!coding.equalsIgnoreCase(DEFLATE)) {
      return Wrapping.GZIP;
    }
    boolean zlib = bytes.length() > 1 && (bytes.at(0) & 15) == 8
        && ((bytes.at(0) & 255) << 8 | bytes.at(1) & 255) % 31 == 0;
    return zlib ? Wrapping.ZLIB : Wrapping.RAW;
  }

  @Override
  public List<Way> ways() {
    return List.of(
        Way.onward("the body can be decoded"),
        Way.to(malformed, "the body is malformed"),
        Way.to(unsupported, "the body has another content coding"),
        Way.to(tooLarge, "the decoded body is too large"));
  }
}
