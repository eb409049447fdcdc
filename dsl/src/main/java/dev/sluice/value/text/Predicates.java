package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.net.Cidr;
import dev.sluice.data.net.IpAddress;
import dev.sluice.plan.Lists;
import io.vavr.control.Option;
import java.util.List;

/** The questions about one text. */
public final class Predicates {
  private Predicates() {}

  /** How it compares with a text that the author wrote down. */
  public record Compared(TextComparison how, Bytes with) implements TextPredicate {
    @Override
    public boolean accepts(Bytes text) {
      return how.holds(text, with);
    }

    @Override
    public String describe(String text) {
      return text + " " + how.words() + " \"" + with.utf8() + "\"";
    }
  }

  /** Whether it is the secret; the secret has no part in what is printed. */
  public record Known(Bytes secret) implements TextPredicate {
    @Override
    public boolean accepts(Bytes text) {
      return new Comparisons.SameSecret().holds(text, secret);
    }

    @Override
    public String describe(String text) {
      return text + " is the secret";
    }

    @Override
    public String toString() {
      return "Known[***]";
    }
  }

  /** Whether it is one of these. */
  public record OneOf(List<Bytes> texts) implements TextPredicate {
    public OneOf {
      texts = Lists.copy(texts);
    }

    @Override
    public boolean accepts(Bytes text) {
      for (int i = 0; i < texts.size(); i++) {
        if (text.equals(texts.get(i))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String describe(String text) {
      StringBuilder words = new StringBuilder(text).append(" is one of ");
      for (int i = 0; i < texts.size(); i++) {
        words.append(i == 0 ? "\"" : ", \"").append(texts.get(i).utf8()).append('"');
      }
      return words.toString();
    }
  }

  /**
   * Whether a regular expression matches.
   *
   * @param whole whether the whole text must match
   */
  public record Matches(Regex regex, boolean whole) implements TextPredicate {
    @Override
    public boolean accepts(Bytes text) {
      return whole ? regex.matches(text) : regex.isIn(text);
    }

    @Override
    public String describe(String text) {
      return text + (whole ? " matches /" : " contains a match of /") + regex.text() + "/";
    }
  }

  /** Whether it is an IP address, with or without a port, within one of these blocks. */
  public record InBlocks(List<Cidr> blocks) implements TextPredicate {
    public InBlocks {
      blocks = Lists.copy(blocks);
    }

    @Override
    public boolean accepts(Bytes text) {
      Option<IpAddress> address = Addresses.parse(text);
      if (address.isEmpty()) {
        return false;
      }
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).contains(address.get())) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String describe(String text) {
      StringBuilder words = new StringBuilder(text).append(" is in ");
      for (int i = 0; i < blocks.size(); i++) {
        words.append(i == 0 ? "" : " or ").append(blocks.get(i));
      }
      return words.toString();
    }
  }

  /**
   * Whether it is one of the words for true, or for false, whatever the case of their letters.
   *
   * @param wanted which of the two
   */
  public record Flag(boolean wanted) implements TextPredicate {
    private static final Bytes[] TRUE = words("true", "1", "yes", "on");
    private static final Bytes[] FALSE = words("false", "0", "no", "off");

    @Override
    public boolean accepts(Bytes text) {
      for (Bytes word : wanted ? TRUE : FALSE) {
        if (text.equalsIgnoreCase(word)) {
          return true;
        }
      }
      return false;
    }

    private static Bytes[] words(String... words) {
      Bytes[] bytes = new Bytes[words.length];
      for (int i = 0; i < words.length; i++) {
        bytes[i] = Bytes.utf8(words[i]);
      }
      return bytes;
    }

    @Override
    public String describe(String text) {
      return text + " says " + wanted;
    }
  }

  /** Whether an attribute of the proxy that is true or false (one byte in Envoy) is true. */
  public record Attribute() implements TextPredicate {
    @Override
    public boolean accepts(Bytes text) {
      return text.length() == 1 && text.at(0) == 1;
    }

    @Override
    public String describe(String text) {
      return text + " is true";
    }
  }
}
