package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayTicksTest {
  private static final URI UNUSED = URI.create("http://127.0.0.1:9");

  @Test
  void ticksAndMessagesComeInRealTime() throws Exception {
    try (GatewayFixture gateway = new GatewayFixture(UNUSED, Sending::new)) {
      assertEquals("[info] test#1 tick", gateway.lines.take());
      assertEquals("[info] test#1 message", gateway.lines.take());
    }
  }

  /** Sends itself one message at the first tick. */
  private record Sending(Hostcalls host) implements HostCallbacks {
    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      return host.time().tickPeriod(1).isOk();
    }

    @Override
    public void onTick(int rootContextId) {
      host.time().tickPeriod(0);
      int queue = host.sharedQueues().register(Bytes.utf8("queue")).asInt();
      Status sent = host.sharedQueues().enqueue(queue, Bytes.utf8("message"));
      log(sent.isOk() ? Bytes.utf8("tick") : Bytes.utf8("not sent"));
    }

    @Override
    public void onQueueReady(int rootContextId, int queue) {
      log(host.sharedQueues().dequeue(queue).bytes());
    }

    private void log(Bytes text) {
      host.log().log(LogLevel.INFO, text);
    }
  }
}
