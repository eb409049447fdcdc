package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.List;

/**
 * The stream as an author's own step sees it, for as long as the step runs: headers of the request in a request part, of
 * the response in a response part. Bad arguments are refused like those of the words. What the part does not have (a
 * message outside of HTTP streams, a change in a log part) and what the step has not declared is an
 * {@link IllegalStateException}, which the plugin's failure policy answers.
 */
public interface Exchange {
  /** The part of the pipeline that the step stands in, such as {@code request}. */
  String part();

  // reading

  /** What a value is now that the step has declared to read; none where it is absent. */
  Option<Bytes> read(TextValue value);

  /** What a number is now that the step has declared to read; none where it is absent. */
  Option<Long> read(NumberValue value);

  /** The first value of a header or pseudo-header ({@code :path}), none where it is absent. */
  Option<Bytes> header(String name);

  /** All values of a header in their order. */
  List<Bytes> headerValues(String name);

  /** An attribute of the proxy ({@code proxy_get_property}), none where there is no such. */
  Option<Bytes> property(String... path);

  // changing

  /** Puts this value in the place of all that the header has. */
  void setHeader(String name, String value);

  /** Gives the header one more value. */
  void addHeader(String name, String value);

  /** Takes out all values of the header. */
  void removeHeader(String name);

  /**
   * Puts these bytes in the place of the message's whole body, which the step must have declared to read. Headers that
   * speak of the old one are taken out. Returns false, and changes nothing, where the message has no body.
   */
  boolean replaceBody(Bytes body);

  /** Sets an attribute ({@code proxy_set_property}; Envoy: filter state {@code wasm.<name>}) for {@link #property}. */
  void setProperty(String name, Bytes value);

  /** Gives a name that the step has declared to bind this value, for {@code ref(name)} in the steps behind it. */
  void bind(String name, Bytes value);

  /** Like {@link #bind(String, Bytes)}, in UTF-8. */
  void bind(String name, String value);

  // telling

  /** Writes one line to the host's log, control characters as {@code \x0a}. */
  void log(LogLevel level, String line);

  /** Counts so many, 0 or more, in a metric that the step has declared to change. */
  void add(CounterMetric counter, long number);

  /** Adds this, which may be negative, to a metric that the step has declared to change. */
  void add(GaugeMetric gauge, long number);

  /** Sets a metric that the step has declared to change to this, 0 or more. */
  void set(GaugeMetric gauge, long number);

  /** Records a sample, 0 or more, in a metric that the step has declared to change. */
  void record(HistogramMetric histogram, long sample);

  /**
   * Answers with this reply once the step has returned; the steps behind it do not run. A second reply in the same
   * step is an {@link IllegalStateException}.
   */
  void respond(Respond reply);

  /**
   * The ABI itself, as the last resort: no phase is checked, no status, no value; what you break is yours. Do not resume,
   * close or answer the stream with it, since the pipeline does not learn of that.
   */
  Hostcalls hostcalls();
}
