package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** A secret as a text, see {@link Secret#text}. No description shows it. */
public record SecretText(Secret secret) implements TextValue {
  public SecretText {
    Check.given("text", "the secret", secret);
  }

  @Override
  public String describe() {
    return "a secret";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Constant(secret.reveal());
  }

  private static final class Constant extends Reader {
    private final Bytes bytes;

    Constant(Bytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public Bytes read(Run run) {
      return bytes;
    }
  }
}
