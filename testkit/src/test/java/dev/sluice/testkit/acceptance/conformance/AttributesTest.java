package dev.sluice.testkit.acceptance.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** Names, types and phases of attributes as Envoy has them; the model has to have the same. */
@UsePlugin(AttributesPlugin.class)
@UseProxy(routeMetadata = "team/owner=ann")
class AttributesTest {
  /** In request headers, body, response headers and log; one value where it is the same in all. */
  private static final String TABLE = """
      request.path: '/a?b=c', -, -, '/a?b=c'
      request.url_path: '/a', -, -, '/a'
      request.query: 'b=c', -, -, 'b=c'
      request.host: 'localhost', -, -, 'localhost'
      request.scheme: 'http', -, -, 'http'
      request.method: 'POST', -, -, 'POST'
      request.headers.x-twice: '1,2', -, -, '1,2'
      request.headers: {..}, {}, {}, {..}
      request.referer: -
      request.useragent: -
      request.time: TIME
      request.protocol: 'HTTP/1.1'
      request.size: '4'
      request.total_size: N
      request.duration: -, -, -, DURATION
      response.code: -, -, '200', '200'
      response.code_details: -, -, 'via_upstream', 'via_upstream'
      response.flags: '0'
      response.grpc_status: -, -, '2', '2'
      response.headers.x-app: -, -, '1', '1'
      response.headers: {}, {}, {..}, {..}
      response.trailers.x-end: -, -, -, '2'
      response.trailers: {}, {}, {}, {..}
      response.size: '0', '0', '0', '5'
      response.total_size: '0', '0', N, N
      response.backend_latency: -, -, -, DURATION
      connection.id: N
      connection.mtls: 'false'
      connection.requested_server_name: ''
      connection.termination_details: -
      source.address: ADDRESS
      source.port: N
      destination.address: ADDRESS
      destination.port: N
      connection.tls_version: -
      upstream.address: -, ADDRESS, ADDRESS, ADDRESS
      upstream.port: -, N, N, N
      upstream.local_address: -, -, ADDRESS, ADDRESS
      upstream.num_endpoints: '1'
      upstream.request_attempt_count: '0', '1', '1', '1'
      upstream.cx_pool_ready_duration: -, -, DURATION, DURATION
      upstream.transport_failure_reason: -, '', '', ''
      upstream.locality: -, '', '', ''
      upstream.locality.region: -, '', '', ''
      upstream.tls_version: -
      xds.node.id: ''
      xds.node.metadata.any: -
      xds.cluster_name: 'upstream'
      xds.cluster_metadata: ''
      xds.route_name: ''
      xds.route_metadata.filter_metadata.team.owner: 'ann'
      xds.route_metadata.filter_metadata.team: {ann}
      xds.virtual_host_name: 'all'
      xds.upstream_host_metadata: -, FAILS, FAILS, FAILS
      xds.filter_chain_name: ''
      xds.listener_direction: '0'
      xds.listener_metadata: ''
      metadata: ''
      filter_state.wasm.mine: 'kept'
      mine: 'kept'
      upstream_filter_state.any: -
      plugin_name: 'AttributesPlugin'
      plugin_root_id: 'AttributesPlugin'
      plugin_vm_id: 'AttributesPlugin'
      connection_id: N
      route_name: -
      node: -
      request: FAILS
      request.path.more: -
      """;

  @EveryPlace
  void manyAttributesInFourPhases(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "hello").header("x-app", "1").trailer("x-end", "2"));
    plugin.send(Request.post("/a?b=c", "four").header("x-twice", "1").header("x-twice", "2"));
    assertEquals(TABLE, table(plugin.logs().map(LogEntry::text)));
  }

  private static String table(Vector<String> lines) {
    Map<String, Vector<String>> rows = LinkedHashMap.empty();
    for (String line : lines) {
      String[] parts = line.split("\\|", -1);
      rows = rows.put(parts[1], rows.getOrElse(parts[1], Vector.empty()).append(steady(parts[1], parts[2])));
    }
    return rows
        .map(row -> row._1 + ": " + (row._2.distinct().size() == 1 ? row._2.head() : row._2.mkString(", ")) + "\n")
        .mkString();
  }

  /** What differs from run to run, by its form. */
  private static String steady(String name, String value) {
    String shown = value.replaceAll("'\\d+(\\.\\d+){3}:\\d+'", "ADDRESS")
        .replaceAll("'PT[\\d.]+S'", "DURATION")
        .replace("SERIALIZATION_FAILURE", "FAILS")
        .replaceAll("'\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'", "TIME");
    boolean varies = name.endsWith("port") || name.endsWith("total_size") || name.endsWith("connection.id")
        || name.equals("connection_id");
    return varies ? shown.replaceAll("'[1-9]\\d*'", "N") : shown;
  }
}
