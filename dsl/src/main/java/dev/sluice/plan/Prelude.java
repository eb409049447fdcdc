package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Needs;

/**
 * What happens to every request before the first step, because later parts of the pipeline go by it: attributes of the
 * request are remembered, which a host has no more once the request has gone on, and bodies are asked for unencoded. A
 * class of its own, and not final, for the reason given at {@link Account}.
 */
class Prelude {
  private static final Bytes IDENTITY = Bytes.constant("identity");
  private static final String RANGE = "range";
  private static final String ENCODING = "accept-encoding";
  private static final String REMEMBERED = "request ";

  private final Planner request;
  private Capture first;
  private HeaderCell encoding;
  private HeaderCell range;

  @Needs(Callback.REQUEST_HEADERS)
  Prelude(Planner request) {
    this.request = request;
    request.beginWithoutSteps();
  }

  /** Something of the request's headers that is remembered in a variable. */
  private static final class Capture {
    private final int slot;
    private final Reader header;
    private final Capture next;

    Capture(int slot, Reader header, Capture next) {
      this.slot = slot;
      this.header = header;
      this.next = next;
    }
  }

  /** The slot of the variable that has this header of the request from now on. */
  int capture(String header) {
    return capture(header, planner -> planner.header(header));
  }

  /** The slot of the variable that has what this reads of the request; sources with the same key are the same. */
  int capture(String key, RequestSource source) {
    Scope scope = request.scope();
    int slot = scope.find(REMEMBERED + key);
    if (slot < 0) {
      slot = scope.bind(REMEMBERED + key);
      first = new Capture(slot, source.reader(request), first);
    }
    return slot;
  }

  /** Has bodies sent as they are, so that they can be read. */
  void askForIdentity() {
    encoding = request.headerCell(ENCODING);
  }

  /** Has responses be whole: a range of what the upstream has is none of what the client gets. */
  void askForTheWhole() {
    range = request.headerCell(RANGE);
  }

  void run(Run run) {
    for (Capture one = first; one != null; one = one.next) {
      run.variable(one.slot, one.header.read(run));
    }
    if (range != null) {
      run.removeHeader(range);
    }
    if (encoding != null) {
      run.replaceHeader(encoding, IDENTITY);
    }
  }
}
