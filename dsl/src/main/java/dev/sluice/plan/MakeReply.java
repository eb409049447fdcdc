package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a reply out of values as they are now, for {@link SendMade}. A header whose value is absent is left out; one with
 * CR, LF or NUL in its value would let a client write headers of its own.
 */
public final class MakeReply extends Op {
  private final int status;
  private final int grpcStatus;
  private final Bytes details;
  private final Reader body;
  private final Bytes[] names;
  private final Reader[] values;
  private final Label illegal;

  /**
   * Makes the op.
   *
   * @param grpcStatus see {@link Reply#once}
   * @param names of headers, as many as values
   * @param illegal where the program goes on when a header cannot be sent
   */
  public MakeReply(
      int status, int grpcStatus, String details, Reader body, Bytes[] names, Reader[] values, Label illegal) {
    this.status = status;
    this.grpcStatus = grpcStatus;
    this.details = Bytes.constant(details);
    this.body = body;
    this.names = names;
    this.values = values;
    this.illegal = illegal;
  }

  @Override
  public int run(Run run, int pc) {
    List<Header> headers = new ArrayList<>();
    boolean legal = true;
    for (int i = 0; i < names.length; i++) {
      Bytes value = values[i].read(run);
      if (value != null) {
        legal &= Check.isHeaderValue(value);
        headers.add(new Header(names[i], value));
      }
    }
    Bytes text = body.read(run);
    run.draft(Reply.once(status, details, text == null ? Bytes.EMPTY : text, headers, grpcStatus));
    return legal ? pc + 1 : illegal.pc();
  }

  @Override
  public List<Way> ways() {
    return names.length == 0
        ? List.of()
        : List.of(Way.onward("the reply's headers can be sent"),
            Way.to(illegal, "a header of the reply cannot be sent"));
  }
}
