package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.plan.Check;
import dev.sluice.plan.LogLine;
import dev.sluice.plan.Run;
import io.vavr.control.Option;

/** The view that lasts as long as its step, so that an exchange kept for later cannot act on another stream. */
final class RunExchange implements Exchange {
  private Run run;
  private Respond reply;

  RunExchange(Run run) {
    this.run = run;
  }

  void close() {
    run = null;
  }

  /** The reply to be sent, null for none. */
  Respond reply() {
    return reply;
  }

  private Run open() {
    if (run == null) {
      throw new IllegalStateException("an Exchange was used after its step had ended; use it within the step only");
    }
    return run;
  }

  @Override
  public Option<Bytes> header(String name) {
    return Option.of(open().readHeader(Bytes.utf8(Check.fieldName("header", name))));
  }

  @Override
  public void setHeader(String name, String value) {
    String field = Check.fieldName("setHeader", name);
    open().replaceHeader(Bytes.utf8(field), Bytes.utf8(Check.headerValue("setHeader", field, value)));
    run.forgetAll();
  }

  @Override
  public void addHeader(String name, String value) {
    String field = Check.headerName("addHeader", name);
    open().addHeader(Bytes.utf8(field), Bytes.utf8(Check.headerValue("addHeader", field, value)));
    run.forgetAll();
  }

  @Override
  public void removeHeader(String name) {
    open().removeHeader(Bytes.utf8(Check.headerName("removeHeader", name)));
    run.forgetAll();
  }

  @Override
  public void log(LogLevel level, String line) {
    Check.given("log", "the level", level);
    open().log(level, LogLine.of(Bytes.utf8(Check.given("log", "the line", line))));
  }

  @Override
  public void respond(Respond answer) {
    open();
    Check.given("respond", "the reply", answer);
    if (reply != null) {
      throw new IllegalStateException("a step answered twice; answer once and return");
    }
    reply = answer;
  }
}
