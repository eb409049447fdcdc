package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.PropertyCalls;
import dev.sluice.abi.codec.PropertyPath;

/**
 * A property with its type. Make it once, when the plugin starts, and read it often: its path is a constant that is
 * encoded then.
 */
public final class Attribute<T> {
  /** The places in {@link AttributePhase}, which a module has only if its code asks for {@link #phase()}. */
  static final int ANYWHERE = 0;
  static final int STREAM = 1;
  static final int EXCHANGE = 2;
  static final int REQUEST_HEADERS = 3;
  static final int UPSTREAM = 4;
  static final int RESPONSE = 5;
  static final int RESPONSE_HEADERS = 6;
  static final int RESPONSE_TRAILERS = 7;
  static final int LOG = 8;

  private final AttributeType<T> type;
  private final int phase;
  private final Bytes path;

  private Attribute(AttributeType<T> type, int phase, Bytes path) {
    this.type = type;
    this.phase = phase;
    this.path = path;
  }

  /** A property of any path, for what this package has no name for. A segment may contain dots but no NUL. */
  public static <T> Attribute<T> of(AttributeType<T> type, String... path) {
    return in(ANYWHERE, type, path);
  }

  static <T> Attribute<T> in(int phase, AttributeType<T> type, String... path) {
    return new Attribute<>(type, phase, PropertyPath.of(path));
  }

  /** What lies below this one, for a map, a list (by index) or a message (by the name of a field). */
  public <U> Attribute<U> at(AttributeType<U> inner, String... more) {
    return new Attribute<>(inner, phase, PropertyPath.below(path, more));
  }

  /** Asks the host for the value. */
  public AttributeValue<T> read(PropertyCalls properties) {
    return type.read(properties.get(path));
  }

  /** The path as it is sent, see {@link PropertyPath}. */
  public Bytes path() {
    return path;
  }

  public AttributeType<T> type() {
    return type;
  }

  /** Where Envoy has it; {@link AttributePhase#ANYWHERE} for a path of your own. */
  public AttributePhase phase() {
    return AttributePhase.of(phase);
  }

  /** As in Envoy's documentation, for instance {@code request.path}. */
  @Override
  public String toString() {
    return path.utf8().replace('\0', '.');
  }
}
