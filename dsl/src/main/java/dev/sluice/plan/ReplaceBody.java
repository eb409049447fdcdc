package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.List;

/** Puts a text in the place of a body that has been waited for, and takes out the headers that speak of the old one. */
public final class ReplaceBody extends Op {
  private static final Bytes ENCODING = Bytes.constant("content-encoding");
  private static final Bytes HEAD = Bytes.constant("HEAD");
  private static final Bytes NO_CONTENT = Bytes.constant("204");
  private static final Bytes NOT_MODIFIED = Bytes.constant("304");

  private final Reader value;
  private final Reader method;
  private final Reader status;
  private final Label noBody;

  /**
   * Makes the op.
   *
   * @param method the request's, null for the body of a request
   * @param status the response's, null for the body of a request
   * @param noBody where the program goes on when the message has ended with its headers
   */
  public ReplaceBody(Reader value, Reader method, Reader status, Label noBody) {
    this.value = value;
    this.method = method;
    this.status = status;
    this.noBody = noBody;
  }

  /** Whether the message is a response that never has a body (RFC 9110 section 6.4.1): only its headers change. */
  private boolean hasNoneByNature(Run run) {
    return method != null
        && (HEAD.equals(method.read(run)) || NO_CONTENT.equals(status.read(run))
            || NOT_MODIFIED.equals(status.read(run)));
  }

  /** The new body has no content coding: it is the text that the author wants to be read. */
  private static void removeStale(Run run) {
    if (run.pairs().occurrences(ENCODING) > 0) {
      run.removeHeader(ENCODING);
    }
    StaleHeaders.remove(run);
  }

  @Override
  public int run(Run run, int pc) {
    Bytes text = value.read(run);
    if (text == null) {
      return pc + 1;
    }
    if (!run.body().isThere()) {
      if (text.isEmpty()) {
        return pc + 1;
      }
      if (!hasNoneByNature(run)) {
        return noBody.pc();
      }
      removeStale(run);
      return pc + 1;
    }
    removeStale(run);
    run.body().replace(text);
    return pc + 1;
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward("the message has a body"), Way.to(noBody, "the message has no body"));
  }
}
