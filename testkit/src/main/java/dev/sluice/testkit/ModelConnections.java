package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.testkit.tcp.TcpConnection;
import dev.sluice.testkit.tcp.TcpScript;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/** The connections through a model of a proxy, and the upstream behind them. */
final class ModelConnections {
  private final EmbeddedProxy proxy;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private volatile TcpScript script = TcpScript.echo();

  ModelConnections(EmbeddedProxy proxy) {
    this.proxy = proxy;
  }

  /** The upstream answers as at first, and has seen nothing. */
  void begin() {
    script = TcpScript.echo();
    seen.reset();
  }

  void script(TcpScript newScript) {
    script = newScript;
  }

  TcpScript script() {
    return script;
  }

  /** The upstream has got this. */
  void saw(Bytes data) {
    seen.writeBytes(data.toArray());
  }

  Bytes upstreamSaw() {
    return Bytes.wrap(seen.toByteArray());
  }

  TcpConnection connect() {
    return new ModelConnection(this, proxy, proxy.connect(0, Map.of(), true));
  }
}
