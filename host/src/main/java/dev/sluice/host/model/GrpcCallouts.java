package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** gRPC calls and streams of one plugin ({@code Context::grpcCall} and its neighbours). */
final class GrpcCallouts {
  private static final int KIND = 3;
  private static final int CALL = 1;
  private static final int STREAM = 2;
  private static final int UNAVAILABLE = 14;

  private final RootContext root;
  private final GrpcNews news;
  private final Map<Integer, Open> open = new HashMap<>();

  GrpcCallouts(RootContext root) {
    this.root = root;
    this.news = new GrpcNews(root);
  }

  /** Sends one message for one answer and hands the token over. */
  Answer call(Bytes upstream, String path, List<Header> metadata, Bytes message, Duration timeout) {
    Open call = new Open(root.vm().nextGrpcCall());
    Answer token = begin(call, new UnaryAnswer(call), upstream, path, metadata, timeout);
    if (token.isOk()) {
      call.callout.send(message, true);
    }
    return token;
  }

  /** Opens a stream of messages and hands its token over. */
  Answer open(Bytes upstream, String path, List<Header> metadata) {
    Open stream = new Open(root.vm().nextGrpcStream());
    return begin(stream, stream, upstream, path, metadata, null);
  }

  /** @param timeout null for a stream */
  private Answer begin(
      Open call, GrpcAnswer answer, Bytes upstream, String path, List<Header> metadata, Duration timeout) {
    return switch (GrpcTarget.of(upstream)) {
      case GrpcTarget.OfCluster target -> begin(call, answer, target, path, metadata, timeout);
      case GrpcTarget.OfOtherClient other -> refused("a GrpcService for another client than envoy_grpc");
      case GrpcTarget.Nowhere nowhere ->
        refused("'" + upstream.latin1() + "' is read as a GrpcService without a target, at which Envoy crashes");
    };
  }

  private Answer refused(String what) {
    Context asker = root.vm().asker();
    (asker == null ? root : asker).log(LogLevel.ERROR, Bytes.utf8("no gRPC call: " + what));
    return Answer.refused(Status.BAD_ARGUMENT);
  }

  private Answer begin(Open call, GrpcAnswer answer, GrpcTarget.OfCluster target, String path, List<Header> metadata,
      Duration timeout) {
    Option<Cluster> cluster = root.vm().worker().proxy().clusters().find(target.cluster());
    if (cluster.isEmpty()) {
      return target.named() ? Answer.refused(Status.PARSE_FAILURE) : failed(() -> noCluster(answer));
    }
    HeaderMap headers = GrpcHeaders.of(target, path, timeout, metadata);
    if (headers == null) {
      return Answer.refused(Status.BAD_ARGUMENT);
    }
    boolean full = open.size() >= HttpCallouts.MOST_OPEN;
    if (full || !cluster.get().isAvailable()) {
      LocalReply reply = full ? LocalReply.upstreamReset("overflow") : LocalReply.noHealthyUpstream();
      return failed(() -> GrpcCallout.refuse(reply, answer));
    }
    call.callout = GrpcCallout.open(cluster.get(), headers, timeout == null ? Duration.ZERO : timeout, answer,
        root.vm().worker().dispatcher());
    open.put(call.token, call);
    return new Answer(Status.OK, call.token);
  }

  /** The plugin hears of the failure by its callbacks, too, though it has no token for them. */
  private Answer failed(Runnable callbacks) {
    root.vm().afterwards(callbacks);
    return Answer.refused(Status.INTERNAL_FAILURE);
  }

  private static void noCluster(GrpcAnswer answer) {
    answer.closed(UNAVAILABLE, Bytes.utf8("Cluster not available"));
  }

  private static boolean isCall(int token) {
    return (token & KIND) == CALL;
  }

  private static boolean isStream(int token) {
    return (token & KIND) == STREAM;
  }

  Status send(int token, Bytes message, boolean endOfStream) {
    if (!isStream(token)) {
      return Status.BAD_ARGUMENT;
    }
    Open stream = open.get(token);
    if (stream == null) {
      return Status.NOT_FOUND;
    }
    stream.callout.send(message, endOfStream);
    return Status.OK;
  }

  /** Ends a stream from this side, answers still come; gives a call up. */
  Status close(int token) {
    Open stream = open.get(token);
    if (!isStream(token) || stream == null) {
      return cancel(token);
    }
    stream.callout.halfClose();
    stream.localClosed = true;
    if (stream.remoteClosed) {
      open.remove(token);
    }
    return Status.OK;
  }

  /** Gives a call or stream up. */
  Status cancel(int token) {
    if (!isCall(token) && !isStream(token)) {
      return Status.BAD_ARGUMENT;
    }
    Open call = open.remove(token);
    if (call == null) {
      return Status.NOT_FOUND;
    }
    call.callout.cancel();
    return Status.OK;
  }

  /** Metadata that the plugin is being told of; null where there is none. */
  HeaderMap map(MapType type) {
    return news.map(type);
  }

  /** The message that the plugin is being told of; null where there is none. */
  DataBuffer message() {
    return news.message();
  }

  /** Gives all of them up. */
  void cancel() {
    open.values().forEach(call -> call.callout.cancel());
    open.clear();
  }

  /** One that has a token. A stream that the service has ended keeps it until the plugin closes the stream as well. */
  private final class Open implements GrpcAnswer {
    private final int token;
    private final StreamContext asker = root.vm().asker();
    private GrpcCallout callout;
    private boolean localClosed;
    private boolean remoteClosed;

    Open(int token) {
      this.token = token;
    }

    @Override
    public void initialMetadata(HeaderMap metadata) {
      news.initialMetadata(token, asker, metadata);
    }

    /** The end of a call. */
    @Override
    public void message(Bytes message) {
      news.message(token, asker, message, () -> forgetIf(isCall(token)));
    }

    @Override
    public void trailingMetadata(HeaderMap metadata) {
      news.trailingMetadata(token, asker, metadata);
    }

    @Override
    public void closed(int status, Bytes message) {
      remoteClosed = true;
      news.closed(token, asker, status, message, () -> forgetIf(isCall(token) || localClosed));
    }

    private void forgetIf(boolean over) {
      if (over) {
        open.remove(token);
      }
    }
  }
}
