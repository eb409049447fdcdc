package dev.sluice.check;

import dev.sluice.explain.Records;
import dev.sluice.step.AllCalls;
import dev.sluice.step.CallLimits;
import dev.sluice.step.Delay;
import dev.sluice.step.FirstCall;
import dev.sluice.step.HeaderField;
import dev.sluice.step.HttpCall;
import dev.sluice.step.StreamBody;
import dev.sluice.stream.LimitBytes;
import dev.sluice.value.BodyText.BodyLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What streams are held for: bodies, calls, time. */
final class BodyRules {
  /** Envoy: per_connection_buffer_limit_bytes where nothing else is configured. */
  private static final int BUFFER = 1 << 20;
  /** Envoy: stream_idle_timeout where nothing else is configured. */
  private static final long IDLE_MILLIS = 300_000;
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

  private final Findings findings;

  BodyRules(Findings findings) {
    this.findings = findings;
  }

  void at(Site site) {
    if (!site.isIn("log")) {
      site.within(BodyLimits.class).forEach(limits -> body(limits, site));
    }
    site.within(CallLimits.class).forEach(limits -> held(worst(limits), "the call with all its retries", site));
    if (site.step() instanceof Delay delay) {
      held(delay.millis(), "the delay", site);
    }
    calls(site).forEach(call -> retried(call, site));
    if (site.step() instanceof StreamBody stream && stream.way() instanceof StreamBody.OfResponse) {
      stream.transforms().forEach(transform -> {
        if (transform instanceof LimitBytes) {
          findings.add(FindingKind.LIMIT_RESETS, site.path(),
              "a response that does not announce its length is reset where it passes the limit",
              "read it with responseBody().limit(..) where the client has to get an answer");
        }
      });
    }
  }

  private void body(BodyLimits limits, Site site) {
    if (limits.bytes() > BUFFER) {
      findings.add(FindingKind.LARGE_BUFFER, site.path(),
          limits.bytes() + " bytes may be held; Envoy refuses what is above its own limit, 1 MiB unless configured",
          "raise per_connection_buffer_limit_bytes to as much, or lower the limit");
    }
    held(limits.millis(), "the body", site);
    if (limits.endless().isEmpty()) {
      findings.add(FindingKind.ENDLESS_BODY, site.path(),
          "upgrades, CONNECT, gRPC and event streams are refused here",
          "ask for what they have in common before, or say what answers them with onEndless(..)");
    }
  }

  private static long worst(CallLimits limits) {
    long total = (long) limits.millis() * (limits.retries() + 1);
    for (Object pause : limits.pause()) {
      int first = (int) Records.part(pause, "millis");
      int longest = (int) Records.part(pause, "longest");
      for (int i = 0; i < limits.retries(); i++) {
        total += Math.min((long) first << i, longest);
      }
    }
    return total;
  }

  private void held(long millis, String what, Site site) {
    if (millis > IDLE_MILLIS && site.isIn("request", "response")) {
      findings.add(FindingKind.LONG_HOLD, site.path(),
          what + " may take " + millis + " ms; Envoy ends a stream that is idle for 300000 ms unless configured",
          "wait shorter, or raise stream_idle_timeout");
    }
  }

  private static List<HttpCall> calls(Site site) {
    return switch (site.step()) {
      case HttpCall call -> List.of(call);
      case AllCalls all -> all.calls();
      case FirstCall first -> first.calls();
      default -> new ArrayList<>();
    };
  }

  private void retried(HttpCall call, Site site) {
    boolean key = call.request().headers().stream().map(HeaderField::name).anyMatch("idempotency-key"::equals);
    if (call.limits().retries() > 0 && !IDEMPOTENT.contains(call.request().method()) && !key) {
      findings.add(FindingKind.UNSAFE_RETRY, site.path(),
          "a " + call.request().method() + " that failed may have been done all the same (RFC 9110, section 9.2.2)",
          "do not retry it, or send an idempotency-key that the service knows");
    }
  }
}
