package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.HeaderOp;
import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Changes the request's method, scheme or authority (RFC 9113 section 8.3.1). A value that cannot be one is refused with
 * 400; an absent one leaves the request's as it is.
 *
 * <pre>{@code
 * setAuthority("api.internal")
 * setMethod(header("x-http-method-override"))
 * }</pre>
 */
public record SetRequestLine(Part part, TextValue value) implements Step {

  /** What is changed. */
  public enum Part {
    METHOD("method", ":method"), SCHEME("scheme", ":scheme"), AUTHORITY("authority", ":authority");

    private final String words;
    private final String pseudoHeader;

    Part(String words, String pseudoHeader) {
      this.words = words;
      this.pseudoHeader = pseudoHeader;
    }
  }

  public SetRequestLine {
    Check.given("setMethod", "what is changed", part);
    Check.given("set " + part.words, "the " + part.words, value);
    if (value instanceof LiteralText literal && !canBe(part, Bytes.utf8(literal.text()))) {
      throw new IllegalArgumentException(
          "set " + part.words + ": \"" + literal.text() + "\" is no " + part.words + " of a request");
    }
  }

  /** To what the author wrote down. */
  public static SetRequestLine of(Part part, String value) {
    Check.given("set " + part.words, "the " + part.words, value);
    return new SetRequestLine(part, new LiteralText(value));
  }

  private static boolean canBe(Part part, Bytes value) {
    return switch (part) {
      case METHOD -> Check.isToken(value);
      case SCHEME -> value.equals(Bytes.latin1("http")) || value.equals(Bytes.latin1("https"));
      case AUTHORITY -> isAuthority(value);
    };
  }

  /** Host and port: what RFC 3986 section 3.2.2 allows, without user information. */
  private static boolean isAuthority(Bytes value) {
    for (int i = 0; i < value.length(); i++) {
      int b = value.at(i);
      boolean letterOrDigit = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
      if (!letterOrDigit && (b <= 0 || "-._~!$&'()*+,;=:%[]".indexOf(b) < 0)) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  @Override
  public String word() {
    return switch (part) {
      case METHOD -> "setMethod";
      case SCHEME -> "setScheme";
      case AUTHORITY -> "setAuthority";
    };
  }

  @Override
  public String describe() {
    return "set " + part.words + " to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    planner.only("request", word());
    HeaderCell header = planner.headerCell(part.pseudoHeader);
    if (value instanceof LiteralText) {
      value.planSet(planner, header);
      return;
    }
    Label end = new Label();
    planner.emit(new Load(this, value.reader(planner), end, planner.refusal("illegal " + part.words)));
    planner.next(new HeaderOp.Replace(header, null), end);
  }

  private static final class Load extends Op {
    private final SetRequestLine step;
    private final Reader value;
    private final Label absent;
    private final Label illegal;

    Load(SetRequestLine step, Reader value, Label absent, Label illegal) {
      this.step = step;
      this.value = value;
      this.absent = absent;
      this.illegal = illegal;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes text = value.read(run);
      if (text == null) {
        return absent.pc();
      }
      if (!canBe(step.part, text)) {
        return illegal.pc();
      }
      run.text(text);
      return pc + 1;
    }

    @Override
    public boolean varies() {
      return step.value.varies();
    }

    @Override
    public List<Way> ways() {
      String text = step.value.describe();
      return List.of(
          Way.onward(text + " can be the " + step.part.words),
          Way.to(absent, text + " is absent"),
          Way.to(illegal, text + " cannot be the " + step.part.words));
    }
  }
}
