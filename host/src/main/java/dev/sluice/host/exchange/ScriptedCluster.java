package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.Dispatcher;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import dev.sluice.host.model.UpstreamRequest;
import dev.sluice.host.model.UpstreamResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A cluster that is a function. It reacts to whole requests, at the earliest when the proxy's thread has nothing else to
 * do and time may pass.
 *
 * @param script called on the proxy's thread, once for each request
 */
public record ScriptedCluster(Function<HttpRequest, Reaction> script) implements Cluster {

  /** A cluster that answers without delay what the function makes of a request. */
  public static ScriptedCluster answering(Function<HttpRequest, HttpResponse> answer) {
    return new ScriptedCluster(request -> Reaction.of(answer.apply(request)));
  }

  /** A cluster none of whose hosts is healthy. */
  public static Cluster unavailable() {
    return new Cluster() {
      @Override
      public boolean isAvailable() {
        return false;
      }

      @Override
      public UpstreamRequest open(
          HeaderMap headers, boolean endOfStream, UpstreamResponse response, Dispatcher worker) {
        throw new IllegalStateException("a call to a cluster without hosts");
      }
    };
  }

  @Override
  public UpstreamRequest open(HeaderMap headers, boolean endOfStream, UpstreamResponse response, Dispatcher worker) {
    Call call = new Call(headers, response, worker);
    if (endOfStream) {
      call.complete();
    }
    return call;
  }

  private final class Call implements UpstreamRequest {
    private final HeaderMap headers;
    private final UpstreamResponse response;
    private final Dispatcher worker;
    private final List<Bytes> body = new ArrayList<>();
    private Dispatcher.Timer next = () -> {};

    Call(HeaderMap headers, UpstreamResponse response, Dispatcher worker) {
      this.headers = headers;
      this.response = response;
      this.worker = worker;
    }

    @Override
    public void data(Bytes data, boolean endOfStream) {
      body.add(data);
      if (endOfStream) {
        complete();
      }
    }

    @Override
    public void reset() {
      next.cancel();
    }

    void complete() {
      Reaction reaction = script.apply(Messages.request(headers, Messages.join(body), List.of()));
      switch (reaction) {
        case Reaction.Answer(var answer, var delay) -> next = worker.after(delay, () -> answer(answer));
        case Reaction.Silence silence -> {
        }
        case Reaction.Reset(var delay) -> next = worker.after(delay, this::breakOff);
        case Reaction.BrokenOff(var begun, var delay) -> next = worker.after(delay, () -> {
          response.headers(Messages.headers(begun), false);
          response.data(begun.body(), false);
          breakOff();
        });
      }
    }

    private void breakOff() {
      response.reset("connection termination");
    }

    private void answer(HttpResponse answer) {
      boolean bodiless = answer.body().isEmpty() || headers.first(Bytes.utf8(":method")).equals(Bytes.utf8("HEAD"));
      boolean trailerless = answer.trailers().isEmpty();
      response.headers(Messages.headers(answer), bodiless && trailerless);
      if (!bodiless) {
        response.data(answer.body(), trailerless);
      }
      if (!trailerless) {
        response.trailers(
            HeaderMap.of(HeaderMapKind.RESPONSE_TRAILERS, answer.trailers()));
      }
    }
  }
}
