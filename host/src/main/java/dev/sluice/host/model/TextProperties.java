package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.attribute.Attribute;
import dev.sluice.abi.attribute.AttributeValue;
import dev.sluice.abi.attribute.ConnectionAttributes;
import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.abi.attribute.ResponseAttributes;
import dev.sluice.abi.attribute.UpstreamAttributes;
import dev.sluice.abi.codec.PropertyPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Attributes in the form of a host whose properties are all text, and only those that it has (ngx_wasm_module,
 * docs/PROXY_WASM.md, "Supported Properties").
 */
final class TextProperties {
  private static final Map<Bytes, Attribute<?>> TYPED = List.<Attribute<?>>of(RequestAttributes.time(),
      RequestAttributes.duration(), RequestAttributes.size(), RequestAttributes.totalSize(), ResponseAttributes.code(),
      ResponseAttributes.size(), ResponseAttributes.totalSize(), UpstreamAttributes.port(), ConnectionAttributes.id(),
      ConnectionAttributes.mtls(), ConnectionAttributes.sourcePort(), ConnectionAttributes.destinationPort())
      .stream()
      .collect(Collectors.toMap(Attribute::path, Function.identity()));

  private static final Set<Bytes> LACKING = List.<Attribute<?>>of(ResponseAttributes.grpcStatus(),
      ResponseAttributes.codeDetails(), ResponseAttributes.flags(), ResponseAttributes.trailers(),
      UpstreamAttributes.localAddress(), UpstreamAttributes.transportFailureReason())
      .stream()
      .map(Attribute::path)
      .collect(Collectors.toSet());
  private static final Set<Bytes> UNKNOWN =
      Set.of(PropertyPath.of("xds"), PropertyPath.of("metadata"), PropertyPath.of("plugin_vm_id"));

  private TextProperties() {}

  /** True where the host has this property, for a stream. */
  static boolean has(Bytes path) {
    int cut = path.indexOf(0, 0);
    return !LACKING.contains(path) && !UNKNOWN.contains(path.slice(0, cut < 0 ? path.length() : cut));
  }

  static Fetched of(Bytes path, Fetched value) {
    Attribute<?> attribute = TYPED.get(path);
    return attribute != null && attribute.type().read(value) instanceof AttributeValue.Present<?> there
        ? Fetched.of(Bytes.utf8(text(there.value())))
        : value;
  }

  /** Times are seconds with milliseconds behind the point. */
  private static String text(Object value) {
    return switch (value) {
      case Instant time -> millis(time.toEpochMilli());
      case Duration time -> millis(time.toMillis());
      default -> value.toString();
    };
  }

  private static String millis(long millis) {
    return String.format("%d.%03d", millis / 1000, millis % 1000);
  }
}
