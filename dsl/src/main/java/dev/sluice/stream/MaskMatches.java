package dev.sluice.stream;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Check;
import dev.sluice.plan.Flow;
import dev.sluice.plan.Planner;

/**
 * Puts a text in the place of each match of a regular expression (syntax of RE2, time linear in the body). Matches are
 * of bytes as they are in UTF-8, and no longer than so many bytes: a longer one may be found in parts or not at all.
 *
 * @param longest most bytes of a match, up to 64 KiB; so much is kept, and looked at twice at most
 */
public record MaskMatches(String regex, String mask, int longest) implements Transform {
  private static final int MOST = 1 << 16;

  public MaskMatches {
    Check.given("masking", "the regular expression", regex);
    Check.given("masking", "the mask", mask);
    if (longest < 1 || longest > MOST) {
      throw new IllegalArgumentException("masking: matches of " + Decimal.of(longest) + " bytes; give 1 to 64 KiB");
    }
    if (compile(regex).matches("")) {
      throw new IllegalArgumentException("masking: \"" + regex + "\" matches the empty text; give one that does not");
    }
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "masking: \"" + regex + "\" is no regular expression of RE2: " + e.getDescription(), e);
    }
  }

  @Override
  public String describe() {
    return "mask /" + regex + "/";
  }

  @Override
  public FlowMaker maker(Planner planner) {
    Pattern pattern = compile(regex);
    Bytes text = Bytes.utf8(mask);
    return () -> new Masking(pattern, text, longest);
  }

  private static final class Masking extends Flow {
    private final Pattern pattern;
    private final Bytes mask;
    private final int longest;
    private Bytes carry = Bytes.EMPTY;

    Masking(Pattern pattern, Bytes mask, int longest) {
      this.pattern = pattern;
      this.mask = mask;
      this.longest = longest;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      Bytes all = Pieces.join(carry, piece);
      // A match that begins before this place is over within what is there, if it is no longer than it may be.
      int certain = last ? all.length() : Math.max(0, all.length() - longest);
      ByteSink out = new ByteSink(all.length());
      Matcher matcher = pattern.matcher(all.toArray());
      int at = 0;
      while (at < certain && matcher.find(at) && matcher.start() < certain) {
        out.put(all, at, matcher.start()).put(mask);
        at = matcher.end();
      }
      int end = Math.max(at, certain);
      out.put(all, at, end);
      carry = all.slice(end, all.length());
      return out.bytes();
    }
  }
}
