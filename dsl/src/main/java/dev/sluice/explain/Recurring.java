package dev.sluice.explain;

import io.vavr.collection.List;

/**
 * Hostcalls beside those of the ways, as often as something comes.
 *
 * @param when how often, such as {@code each piece of the request body}
 */
public record Recurring(String when, List<HostcallUse> uses) {
  private static final HostcallUse READ = HostcallUse.maybe("proxy_get_buffer_bytes");
  private static final HostcallUse WRITE = HostcallUse.maybe("proxy_set_buffer_bytes");

  /** What runs of a program bring about that goes on beside them, or after them. */
  static List<Recurring> of(String part, boolean connection, Recorder recorder) {
    List<Recurring> all = List.empty();
    List<HostcallUse> flow = List.of(READ, WRITE);
    if (connection) {
      flow = flow.prepend(HostcallUse.sure("proxy_get_buffer_status"));
    }
    if (recorder.flowsIn()) {
      all = all
          .append(new Recurring(connection ? "each piece of downstream data" : "each piece of the request body", flow));
    }
    if (recorder.flowsOut()) {
      all = all
          .append(new Recurring(connection ? "each piece of upstream data" : "each piece of the response body", flow));
    }
    if (recorder.edits() > 0) {
      all = all.append(new Recurring("the end of the " + part,
          HostcallUse.times(recorder.edits(), List.of(HostcallUse.maybe("a change of a trailer")))));
    }
    if (recorder.asked().contains("wake")) {
      all = all.append(new Recurring("each tick while a time limit runs, not part of any stream",
          List.of(Recorder.TIME, HostcallUse.maybe(Recorder.TIME.hostcall()), Recorder.TICK)));
    }
    return all;
  }
}
