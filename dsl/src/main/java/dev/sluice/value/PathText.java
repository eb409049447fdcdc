package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.Parts;
import dev.sluice.value.text.TextMapping;

/**
 * The request's path without its query, as it was sent: neither percent-decoded nor normalized (have the proxy do that,
 * in Envoy {@code normalize_path}, where the path decides on access).
 */
public record PathText() implements TextValue {
  /**
   * One of the parts between slashes, as it was sent, counted from 0; absent where the path has fewer. Of
   * {@code /users/7/} segment 0 is {@code users}, 1 is {@code 7}, 2 is empty.
   * <pre>{@code when(path().segment(0).is("admin")).respond(403)}</pre>
   */
  public TextValue segment(int index) {
    return segments().at(index);
  }

  /**
   * All parts between slashes, as they were sent; none where the path does not begin with a slash.
   * <pre>{@code when(path().segments().any().is("..")).respond(400)}</pre>
   */
  public ListValue segments() {
    return new PartsOfText(this, new Parts.Segments());
  }

  @Override
  public String describe() {
    return "path";
  }

  @Override
  public Reader reader(Planner planner) {
    return new Derived(planner.requestAttribute(":path"), new BeforeQuery());
  }

  /** The path of a request's target. */
  record BeforeQuery() implements TextMapping {
    @Override
    public Bytes of(Bytes target) {
      int query = target.indexOf('?', 0);
      return query < 0 ? target : target.slice(0, query);
    }
  }
}
