package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import io.vavr.control.Option;
import java.util.List;

/**
 * What came of one request.
 *
 * @param response what the client got
 * @param upstreamSaw the request as the upstream got it; none where it got none
 * @param localReply why the response does not come from the upstream (Envoy's response code details); none where it
 *     does. Where the stream was broken off before, the response has what the client got until then, status 0 for nothing
 * @param hostcalls what the plugins asked of the host, in order, up to the end of the stream
 * @param log what was written for this stream, in order
 */
public record HttpOutcome(
    HttpResponse response,
    Option<HttpRequest> upstreamSaw,
    Option<String> localReply,
    List<HostcallRecord> hostcalls,
    List<LogLine> log) {

  public int status() {
    return response.status();
  }

  /** The body that the client got, as UTF-8 text. */
  public String text() {
    return response.body().utf8();
  }

  /** The values of a header that the client got, in order. */
  public List<Bytes> values(String name) {
    return response.values(name);
  }
}
