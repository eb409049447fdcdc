package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.Dispatcher;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.UpstreamRequest;
import dev.sluice.host.model.UpstreamResponse;
import java.util.function.Consumer;

/**
 * A server that plugins call by the name of a cluster.
 *
 * @param told receives lines for the user
 */
record GatewayCluster(String name, Upstream upstream, Consumer<String> told) implements Cluster {
  @Override
  public UpstreamRequest open(HeaderMap headers, boolean endOfStream, UpstreamResponse response, Dispatcher worker) {
    UpstreamCall call = new UpstreamCall(upstream, new Answer(response, worker), told);
    call.open(headers, endOfStream);
    return new UpstreamRequest() {
      @Override
      public void data(Bytes data, boolean end) {
        call.data(data, end);
      }

      @Override
      public void reset() {
        call.drop();
      }
    };
  }

  /** Brings what the server sends to the plugin, when nothing else keeps the thread. */
  private final class Answer implements UpstreamCall.Events {
    private final UpstreamResponse response;
    private final Dispatcher worker;

    Answer(UpstreamResponse response, Dispatcher worker) {
      this.response = response;
      this.worker = worker;
    }

    @Override
    public void headers(HeaderMap headers, boolean endOfStream) {
      worker.post(() -> response.headers(headers, endOfStream));
    }

    @Override
    public void data(Bytes data, boolean endOfStream) {
      worker.post(() -> response.data(data, endOfStream));
    }

    @Override
    public void trailers(HeaderMap trailers) {
      worker.post(() -> response.trailers(trailers));
    }

    @Override
    public void soon(Runnable work) {
      worker.post(work);
    }

    /** Requests of plugins are whole, or messages that a plugin has in its memory anyway. */
    @Override
    public void drained() {}

    @Override
    public void failed(UpstreamCall.Failure failure, Throwable cause) {
      told.accept("cluster '" + name + "' at " + upstream + " " + failure.words() + " a call of the plugin: "
          + cause.getMessage());
      worker.post(() -> response.reset(failure.reason().replace('_', ' ')));
    }
  }
}
