package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/**
 * Puts another beginning in the place of the one that a path has, segment by segment: {@code /v1} is the beginning of
 * {@code /v1} and {@code /v1/a}, not of {@code /v10}. Other paths stay as they are. A path never begins with two slashes
 * afterwards: an upstream may take what is behind them for a host.
 *
 * <pre>{@code
 * replacePathPrefix("/v1", "/api/v1")
 * stripPrefix("/api")
 * }</pre>
 *
 * @param replacement {@code /} to take the prefix out
 */
public record ReplacePathPrefix(String prefix, String replacement) implements Step {
  public ReplacePathPrefix {
    prefix = Targets.checked("replacePathPrefix", prefix);
    replacement = Targets.checked("replacePathPrefix", replacement);
  }

  @Override
  public String word() {
    return "replacePathPrefix";
  }

  @Override
  public String describe() {
    return "replace path prefix " + prefix + " by " + replacement;
  }

  @Override
  public void plan(Planner planner) {
    new Replace(withoutSlash(prefix), withoutSlash(replacement)).plan(planner, word(), describe(), null);
  }

  private static Bytes withoutSlash(String path) {
    return Bytes.utf8(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  private static final class Replace extends TargetChange {
    private final Bytes prefix;
    private final Bytes replacement;

    Replace(Bytes prefix, Bytes replacement) {
      this.prefix = prefix;
      this.replacement = replacement;
    }

    @Override
    Bytes of(Bytes target, Run run) {
      int from = prefix.length();
      int end = Targets.pathEnd(target);
      if (from > end || !target.startsWith(prefix) || from < end && target.at(from) != '/') {
        return null;
      }
      while (from + 1 < end && target.at(from) == '/' && target.at(from + 1) == '/') {
        from++;
      }
      ByteSink out = new ByteSink(target.length() + replacement.length()).put(replacement);
      if (replacement.isEmpty() && from == end) {
        out.put('/');
      }
      return out.put(target, from, target.length()).bytes();
    }
  }
}
