package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import dev.sluice.abi.Header;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Reply;
import dev.sluice.plan.Run;
import dev.sluice.plan.TerminalStep;
import dev.sluice.plan.Way;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Sends the client elsewhere (RFC 9110 section 15.4). A location that is made of what a client sent could lead anywhere,
 * to a phisher's copy of the site for one (an open redirect, CWE-601). So one that is only known at run time has to stay
 * within the site, that is begin with one slash, unless {@link #toAnySite} says otherwise; what does not, is absent or
 * cannot be a header value is refused with 400, on the way out with 502.
 *
 * <pre>{@code
 * when(path().is("/old")).redirect(308, "https://example.com/new")
 * redirect(302, query("next"))
 * redirect(308, template("https://example.com{}", header(":path"))).toAnySite()
 * }</pre>
 *
 * @param status 301, 302, 303, 307 or 308
 * @param anySite whether the location may lead to another site
 */
public record Redirect(int status, TextValue location, boolean anySite) implements Step, TerminalStep {
  private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);

  public Redirect {
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException(
          "redirect: " + Decimal.of(status) + " is no redirection; give 301, 302, 303, 307 or 308");
    }
    Check.given("redirect", "the location", location);
  }

  /** To a place that the author wrote down. */
  public static Redirect to(int status, String location) {
    return new Redirect(status, new LiteralText(Check.headerValue("redirect", "location", location)), true);
  }

  /** The same redirection, wherever its location leads: for one that clients have no say in. */
  public Redirect toAnySite() {
    return new Redirect(status, location, true);
  }

  @Override
  public String word() {
    return "redirect";
  }

  @Override
  public String describe() {
    return "redirect " + status + " to " + location.describe() + (anySite ? "" : " within the site");
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    Label refused = planner.refusal("location refused");
    planner.emit(new LoadLocation(location, location.reader(planner), anySite, refused));
    planner.emit(new Answer(status));
  }

  private static final class LoadLocation extends Op {
    private final TextValue source;
    private final Reader location;
    private final boolean anySite;
    private final Label refused;

    LoadLocation(TextValue source, Reader location, boolean anySite, Label refused) {
      this.source = source;
      this.location = location;
      this.anySite = anySite;
      this.refused = refused;
    }

    @Override
    public int run(Run run, int pc) {
      Bytes text = location.read(run);
      if (text == null || text.isEmpty() || !Check.isHeaderValue(text) || !anySite && !staysWithin(text)) {
        return refused.pc();
      }
      run.text(text);
      return pc + 1;
    }

    /** Browsers take a backslash for a slash, and two of them for the beginning of a host; they drop tabs and ends of lines. */
    private static boolean staysWithin(Bytes location) {
      if (location.at(0) != '/') {
        return false;
      }
      for (int i = 0; i < location.length(); i++) {
        byte b = location.at(i);
        if (b >= 0 && b < ' ' || b == '\\') {
          return false;
        }
      }
      return location.length() == 1 || location.at(1) != '/';
    }

    @Override
    public boolean varies() {
      return source.varies();
    }

    @Override
    public List<Way> ways() {
      String text = source.describe();
      return List.of(Way.onward(text + " is a location"), Way.to(refused, text + " is no location"));
    }
  }

  private static final class Answer extends Op {
    private static final Bytes LOCATION = Bytes.utf8("location");

    private final int status;

    Answer(int status) {
      this.status = status;
    }

    @Override
    public int run(Run run, int pc) {
      Header location = new Header(LOCATION, run.text());
      return run.reply(
          Reply.once(
              status, Bytes.EMPTY, Bytes.EMPTY, Lists.append(Lists.none(), location), ReplyCalls.NO_GRPC_STATUS),
          pc);
    }
  }
}
