package dev.sluice.host.vm;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every function that a module may import, as proxy-wasm-cpp-host links them for ABI 0.2.1. */
final class LinkTable {
  static final Map<String, Link> BY_NAME = Stream
      .of(HeaderLinks.all(), BufferLinks.all(), FlowLinks.all(), CalloutLinks.all(), GrpcLinks.all(), ProxyLinks.all(),
          TimeLinks.all(), SharedLinks.all(), MetricLinks.all(), ForeignLinks.all(), EmscriptenLinks.all(),
          WasiLinks.all().toList())
      .flatMap(List::stream)
      .collect(Collectors.toUnmodifiableMap(Link::qualifiedName, Function.identity()));

  private LinkTable() {}
}
