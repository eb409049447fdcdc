package dev.sluice.host.exchange;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.model.HostEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Checks of what a plugin is answered while it is called. */
final class Inside {
  private Inside() {}

  /** While it sees request headers. */
  static void aStream(HostEnvironment environment, Consumer<Hostcalls> check) {
    List<AssertionError> failed = new ArrayList<>();
    try (EmbeddedProxy proxy = EmbeddedProxy.start(environment, TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        try {
          check.accept(host);
        } catch (AssertionError e) {
          failed.add(e);
        }
        return reply(200, "checked");
      }
    }))) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
      if (!failed.isEmpty()) {
        throw failed.getFirst();
      }
      if (!outcome.text().equals("checked")) {
        throw new AssertionError("the checks were not carried out: " + outcome);
      }
    }
  }

  static void aStream(Consumer<Hostcalls> check) {
    aStream(HostEnvironment.deterministic(), check);
  }
}
