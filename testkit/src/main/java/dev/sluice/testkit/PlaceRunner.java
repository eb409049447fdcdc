package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.grpc.GrpcService;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.tcp.TcpConnection;
import dev.sluice.testkit.tcp.TcpScript;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.BooleanSupplier;

/** Plugins with their configurations, running in one place. */
interface PlaceRunner extends AutoCloseable {

  /** A test begins. */
  void begin();

  Exchange send(int worker, Request request);

  void upstream(Callee callee);

  void cluster(String name, Callee callee);

  void grpc(String name, GrpcService service);

  TcpConnection connect();

  void tcpUpstream(TcpScript script);

  /** All that the upstream of connections got since the test began. */
  Bytes tcpUpstreamSaw();

  /** Waits, in the time of the place, until this is so; false where it does not become so. */
  boolean await(BooleanSupplier condition);

  Option<Long> metric(String name);

  /** What plugins logged since the test began. */
  Vector<LogEntry> logs();

  /** The names of the functions of the ABI that were called, in either direction, since the plugins started. */
  Set<String> called();

  /** Ends it; an {@link AssertionError} where its log has lines that a clean run does not have. */
  @Override
  void close();
}
