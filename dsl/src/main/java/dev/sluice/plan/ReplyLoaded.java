package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.ArrayList;
import java.util.List;

/** Answers with the values that were loaded: those of headers, left out where they are absent, then the body. */
public final class ReplyLoaded extends Op {
  private final int status;
  private final int grpcStatus;
  private final Bytes details;
  private final Bytes[] names;

  /** @param grpcStatus see {@link Reply#once} */
  public ReplyLoaded(int status, int grpcStatus, String details, Bytes[] names) {
    this.status = status;
    this.grpcStatus = grpcStatus;
    this.details = Bytes.constant(details);
    this.names = names;
  }

  @Override
  public int run(Run run, int pc) {
    Bytes[] loaded = run.loaded();
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      if (loaded[i] != null) {
        headers.add(new Header(names[i], loaded[i]));
      }
    }
    return run.reply(Reply.once(status, details, run.loaded(names.length), headers, grpcStatus), pc);
  }
}
