package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.call.HttpCalloutCalls;
import java.util.List;

/** HTTP requests of the plugin; they belong to its root context, whatever context asks. */
public final class HttpCalloutFamily implements HttpCalloutCalls {
  private static final String CALL = "proxy_http_call";

  private final CurrentContext current;

  HttpCalloutFamily(CurrentContext current) {
    this.current = current;
  }

  /**
   * {@inheritDoc} Envoy sends no trailers. Headers that do not decode count as none. Stricter than Envoy: a name or value
   * with NUL, CR or LF is a {@link dev.sluice.abi.Status#BAD_ARGUMENT}.
   */
  @Override
  public Answer dispatch(Bytes upstream, Bytes headers, Bytes body, Bytes trailers, int timeoutMillis) {
    Context context = current.require(CALL);
    List<Header> fields = HeaderFamily.decode(headers);
    Answer token = context.root().httpCallouts().call(upstream, fields, body, timeoutMillis);
    current.called(CALL, token.status(), upstream, fields, body, timeoutMillis);
    return token;
  }
}
