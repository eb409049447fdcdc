package dev.sluice.abi.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.PropertyCalls;
import dev.sluice.abi.codec.PropertyPath;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttributeTest {
  private static final List<Class<?>> FAMILIES = List.of(RequestAttributes.class, ResponseAttributes.class,
      ConnectionAttributes.class, UpstreamAttributes.class, XdsAttributes.class, StateAttributes.class,
      PluginAttributes.class, LegacyAttributes.class);
  private static final String ENVOY = """
      request: path url_path host scheme method headers headers_bytes referer useragent time id protocol query
      duration size total_size
      response: code code_details flags grpc_status headers headers_bytes trailers size total_size
      backend_latency
      source: address port
      destination: address port
      connection: id mtls requested_server_name tls_version subject_local_certificate subject_peer_certificate
      dns_san_local_certificate dns_san_peer_certificate uri_san_local_certificate uri_san_peer_certificate
      sha256_peer_certificate_digest peer_certificate transport_failure_reason termination_details
      upstream: address num_endpoints port tls_version subject_local_certificate subject_peer_certificate
      dns_san_local_certificate dns_san_peer_certificate uri_san_local_certificate uri_san_peer_certificate
      sha256_peer_certificate_digest peer_certificate local_address transport_failure_reason
      request_attempt_count cx_pool_ready_duration locality
      xds: node cluster_name cluster_metadata listener_direction listener_metadata route_name route_metadata
      virtual_host_name virtual_host_metadata upstream_host_metadata upstream_host_locality_metadata
      filter_chain_name
      """;
  private static final List<String> OTHERS = List.of("metadata", "plugin_name", "plugin_root_id", "plugin_vm_id",
      "upstream.locality.region", "upstream.locality.zone", "upstream.locality.sub_zone", "xds.node.id",
      "xds.node.cluster", "connection_id", "node", "cluster_name", "cluster_metadata", "route_name", "route_metadata",
      "upstream_host_metadata", "listener_direction", "listener_metadata");

  @Test
  void thePathIsSentWithNulBetweenItsSegments() {
    assertEquals(PropertyPath.of("request", "headers", "x-a"), RequestAttributes.header("x-a").path());
    assertEquals(
        PropertyPath.of("xds", "route_metadata", "filter_metadata", "team", "owner"),
        XdsAttributes.routeMetadata().value(AttributeType.text(), "team", "owner").path());
    assertEquals(PropertyPath.of("a.b", "c"), Attribute.of(AttributeType.bytes(), "a.b", "c").path());
    assertTrue(RequestAttributes.path().path().isConstant());
  }

  @Test
  void readingAsksTheHostForThePath() {
    PropertyCalls host = new PropertyCalls() {
      @Override
      public Fetched get(Bytes path) {
        return Fetched.of(path);
      }

      @Override
      public Status set(Bytes path, Bytes value) {
        return Status.OK;
      }
    };
    assertEquals(new AttributeValue.Present<>("connection\0tls_version"),
        ConnectionAttributes.tls().version().read(host));
  }

  /** All that Envoy's documentation lists, and what this package has names for besides. */
  @Test
  void theFamiliesHaveAllOfEnvoysAttributes() throws ReflectiveOperationException {
    List<Attribute<?>> all = new ArrayList<>();
    for (Class<?> family : FAMILIES) {
      for (Method method : family.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0) {
          collect(method.invoke(null), all);
        }
      }
    }
    List<String> names = all.stream().map(Attribute::toString).sorted().toList();
    List<String> expected = new ArrayList<>(OTHERS);
    String family = "";
    for (String word : ENVOY.split("\\s+")) {
      if (word.endsWith(":")) {
        family = word.replace(':', '.');
      } else {
        expected.add(family + word);
      }
    }
    assertEquals(expected.stream().sorted().toList(), names);
  }

  @Test
  void phasesAndTypesAreTold() {
    assertEquals(AttributePhase.REQUEST_HEADERS, RequestAttributes.path().phase());
    assertEquals(AttributePhase.LOG, RequestAttributes.duration().phase());
    assertEquals(AttributePhase.UPSTREAM, UpstreamAttributes.tls().version().phase());
    assertEquals(AttributePhase.ANYWHERE, PluginAttributes.name().phase());
    assertEquals("duration", RequestAttributes.duration().type().toString());
    assertEquals("bool", ConnectionAttributes.mtls().type().toString());
  }

  private static void collect(Object made, List<Attribute<?>> all) throws ReflectiveOperationException {
    switch (made) {
      case Attribute<?> attribute -> all.add(attribute);
      case MetadataAttributes metadata -> all.add(metadata.message());
      case TlsAttributes tls -> {
        for (Method method : TlsAttributes.class.getDeclaredMethods()) {
          if (Modifier.isPublic(method.getModifiers())) {
            all.add((Attribute<?>) method.invoke(tls));
          }
        }
      }
      default -> throw new AssertionError("no attribute: " + made);
    }
  }
}
