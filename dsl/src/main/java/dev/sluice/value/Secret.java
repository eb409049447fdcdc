package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.digest.ConstantTime;
import dev.sluice.plan.Check;

/**
 * A text that appears in no log, description or error message: {@link #toString} does not show it. Comparison takes a
 * time that does not depend on where two secrets differ.
 */
public final class Secret {
  private final Bytes content;

  private Secret(Bytes content) {
    this.content = content;
  }

  public static Secret of(String text) {
    return new Secret(Bytes.utf8(Check.given("Secret.of", "the text", text)));
  }

  /** The text itself, in UTF-8. Whoever asks for it answers for where it goes. */
  public Bytes reveal() {
    return content;
  }

  /**
   * The text for steps and questions, whose descriptions do not show it.
   * <pre>{@code when(header("x-api-key").single().constantTimeIs(secret.text()).not()).respond(401)}</pre>
   */
  public TextValue text() {
    return new SecretText(this);
  }

  /** Whether this is the secret, see {@link ConstantTime#equal}. */
  public boolean is(Bytes given) {
    return ConstantTime.equal(content, given);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && is(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
