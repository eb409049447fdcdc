package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Exchange;
import dev.sluice.value.NumberValue;
import io.vavr.control.Option;
import java.util.List;

/**
 * Makes the proxy a part of distributed traces (W3C Trace Context, level 1). A request with a valid {@code traceparent} stays in its
 * trace and gets a new parent id; any other one begins a trace, and its {@code tracestate} goes. A {@code tracestate}
 * that is malformed goes alone.
 *
 * <pre>{@code
 * traceContext(TraceContext.standard().sampling(0.1))
 * }</pre>
 *
 * @param sampled the part of new traces that are marked as sampled, from 0 to 1; others keep their mark
 * @param restart whether every request begins a trace, whatever it came with
 */
public record TraceContext(double sampled, boolean restart) {
  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";
  private static final int CHANCES = 1_000_000;
  private static final NumberValue CHANCE = randomNumber(CHANCES);

  /** Settings of a configuration; see docs/filters/traceContext.md. */
  public static final Decoder<TraceContext> DECODER = object(
      field("sampled", decimal().between(0, 1)).orElse(1.0).describedAs("the part of new traces that are sampled"),
      field("restart", bool()).orElse(false).describedAs("whether every request begins a trace")).as(TraceContext::new);

  public TraceContext {
    if (!(sampled >= 0 && sampled <= 1)) {
      throw new IllegalArgumentException("traceContext: no part is below 0 or above 1; give a number between");
    }
  }

  /** Traces go on; all new ones are sampled. */
  public static TraceContext standard() {
    return new TraceContext(1, false);
  }

  /** The same with this part of new traces sampled, from 0 to 1. */
  public TraceContext sampling(double part) {
    return new TraceContext(part, restart);
  }

  /** The same with a new trace for every request, as at the border to a network that is not trusted. */
  public TraceContext restarting() {
    return new TraceContext(sampled, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    return request(step("trace context", reads(CHANCE), this::follow));
  }

  private void follow(Exchange exchange) {
    Option<TraceParent> sent = restart ? Option.none() : TraceParent.sent(exchange.headerValues(PARENT));
    List<Bytes> state = exchange.headerValues(STATE);
    if (!state.isEmpty() && (sent.isEmpty() || !TraceState.isValid(state))) {
      exchange.removeHeader(STATE);
    }
    TraceParent parent = sent.isEmpty() ? TraceParent.first(chosen(exchange)) : sent.get().child();
    exchange.setHeader(PARENT, parent.text());
  }

  private boolean chosen(Exchange exchange) {
    return exchange.read(CHANCE).get() < sampled * CHANCES;
  }
}
