package dev.sluice.host.gateway;

import dev.sluice.host.model.Filter;
import dev.sluice.host.model.Worker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Where a gateway listens. */
interface Front {

  /** Begins to listen. */
  Future<Front> listen();

  int port();

  /** Takes nothing new and ends when what is in flight has, or the time is over. */
  Future<Void> shutdown(Duration grace);

  /**
   * What all that comes in is dealt with.
   *
   * @param filter the plugin as it is now
   */
  record Service(Vertx vertx, GatewayOptions options, Worker worker, Supplier<Filter> filter) {}
}
