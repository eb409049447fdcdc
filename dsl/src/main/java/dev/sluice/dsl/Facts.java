package dev.sluice.dsl;

import dev.sluice.abi.attribute.Attribute;
import dev.sluice.plan.Check;
import dev.sluice.value.CombinedText;
import dev.sluice.value.ForwardedText;
import dev.sluice.value.Now;
import dev.sluice.value.NumberValue;
import dev.sluice.value.PropertyText;
import dev.sluice.value.RandomNumber;
import dev.sluice.value.RandomUuid;
import dev.sluice.value.TextQuestions;
import dev.sluice.value.TextValue;
import dev.sluice.value.text.Addresses;

/**
 * The words for what the proxy knows beyond the messages, for time and for chance. Authors import them through
 * {@link Sluice}.
 */
abstract class Facts extends Conditions {
  private static final String XDS = "xds";
  private static final String STREAM_METADATA = "metadata";
  private static final String FILTER_METADATA = "filter_metadata";

  Facts() {}

  /**
   * The IP address of the connection's peer, without its port: the client, or the proxy in front of this one. It is what the
   * host takes for it: Envoy without {@code use_remote_address} the last entry of X-Forwarded-For, if there is one.
   * <pre>{@code when(clientAddress().inCidr("10.0.0.0/8").not()).respond(403)}</pre>
   */
  public static TextValue clientAddress() {
    return PropertyText.of("source", "address").made(new Addresses.Ip());
  }

  /**
   * The client's IP address as the outermost of so many trusted proxies in front of this one saw it: that entry of
   * X-Forwarded-For, counted from the right. Absent where there are fewer entries or that one is no address. A proxy that
   * adds its own peer before its filters run (Envoy with {@code use_remote_address}) counts as one of them.
   * <pre>{@code setHeader("x-client", clientAddress(1))}</pre>
   */
  public static TextValue clientAddress(int trustedProxies) {
    if (trustedProxies < 1) {
      throw new IllegalArgumentException("clientAddress: give the number of proxies, 1 or more; without any, nothing");
    }
    return new CombinedText("x-forwarded-for", ",").made(new Addresses.BehindHops(trustedProxies));
  }

  /**
   * The client's IP address by the blocks in which trusted proxies are: the first that is in none of them, from the peer
   * of the connection on through X-Forwarded-For from the right; see {@link ForwardedText}.
   * <pre>{@code setHeader("x-client", clientAddress("10.0.0.0/8", "fd00::/8"))}</pre>
   */
  public static TextValue clientAddress(String firstBlock, String... otherBlocks) {
    String[] blocks = new String[otherBlocks.length + 1];
    blocks[0] = firstBlock;
    System.arraycopy(otherBlocks, 0, blocks, 1, otherBlocks.length);
    return new ForwardedText(TextQuestions.blocks("clientAddress", blocks));
  }

  /**
   * An attribute that the host tells, as the bytes it hands over: see {@link PropertyText}, which reads numbers and truth
   * values out of them.
   * <pre>{@code property("connection", "requested_server_name")}</pre>
   */
  public static PropertyText property(String... path) {
    return PropertyText.of(path);
  }

  /**
   * An attribute that has a name in {@link dev.sluice.abi.attribute}, as {@link #property(String...)} reads it.
   * <pre>{@code when(property(ConnectionAttributes.mtls()).flag().not()).respond(403)}</pre>
   */
  public static PropertyText property(Attribute<?> attribute) {
    return PropertyText.of(attribute);
  }

  /**
   * The name of the route that the proxy chose, empty for one without (Envoy: {@code xds.route_name}).
   * <pre>{@code when(routeName().startsWith("internal-")).respond(403)}</pre>
   */
  public static TextValue routeName() {
    return property(XDS, "route_name");
  }

  /**
   * The name of the cluster that the request goes to (Envoy: {@code xds.cluster_name}).
   * <pre>{@code setHeader("x-upstream", clusterName())}</pre>
   */
  public static TextValue clusterName() {
    return property(XDS, "cluster_name");
  }

  /**
   * A text in the metadata of the route: the namespace, then the names that lead to it.
   * <pre>{@code when(routeMetadata("team", "owner").is("payments"))}</pre>
   */
  public static TextValue routeMetadata(String namespace, String... names) {
    return metadata("routeMetadata", "route_metadata", namespace, names);
  }

  /**
   * A text in the metadata of the cluster: the namespace, then the names that lead to it.
   * <pre>{@code clusterMetadata("team", "tier")}</pre>
   */
  public static TextValue clusterMetadata(String namespace, String... names) {
    return metadata("clusterMetadata", "cluster_metadata", namespace, names);
  }

  /**
   * A text in the metadata of the listener: the namespace, then the names that lead to it.
   * <pre>{@code listenerMetadata("edge", "zone")}</pre>
   */
  public static TextValue listenerMetadata(String namespace, String... names) {
    return metadata("listenerMetadata", "listener_metadata", namespace, names);
  }

  /**
   * A text that another filter has put in the stream's dynamic metadata: the namespace, then the names that lead to it.
   * <pre>{@code dynamicMetadata("envoy.filters.http.jwt_authn", "payload", "sub")}</pre>
   */
  public static TextValue dynamicMetadata(String namespace, String... names) {
    return metadata("dynamicMetadata", STREAM_METADATA, namespace, names);
  }

  /** Attributes of the stream itself stand alone, those of its configuration under {@code xds}. */
  private static TextValue metadata(String word, String whose, String namespace, String... names) {
    Check.filled(word, "the namespace", namespace);
    int root = whose.equals(STREAM_METADATA) ? 1 : 2;
    String[] path = new String[root + 2 + Check.some(word, "name", names).size()];
    path[0] = XDS;
    path[root - 1] = whose;
    path[root] = FILTER_METADATA;
    path[root + 1] = namespace;
    System.arraycopy(names, 0, path, root + 2, names.length);
    return PropertyText.of(path);
  }

  /**
   * The name that the proxy's configuration gives the plugin.
   * <pre>{@code log(LogLevel.INFO, template("{} refused {}", pluginName(), path()))}</pre>
   */
  public static TextValue pluginName() {
    return property("plugin_name");
  }

  /**
   * The root id that the proxy's configuration gives the plugin.
   * <pre>{@code when(rootId().is("canary"))}</pre>
   */
  public static TextValue rootId() {
    return property("plugin_root_id");
  }

  /**
   * The id of the VM in which the plugin runs.
   * <pre>{@code log(LogLevel.DEBUG, vmId())}</pre>
   */
  public static TextValue vmId() {
    return property("plugin_vm_id");
  }

  /**
   * The id of the proxy's node (Envoy: {@code --service-node}, {@code xds.node.id}).
   * <pre>{@code addHeader("via", nodeId())}</pre>
   */
  public static TextValue nodeId() {
    return property(XDS, "node", "id");
  }

  /**
   * The cluster of proxies that the node belongs to (Envoy: {@code --service-cluster}, {@code xds.node.cluster}).
   * <pre>{@code setHeader("x-edge", nodeCluster())}</pre>
   */
  public static TextValue nodeCluster() {
    return property(XDS, "node", "cluster");
  }

  /**
   * The time at which it is read.
   * <pre>{@code when(header("x-expires").asLong().lessThan(now().epochSeconds())).respond(403)}</pre>
   */
  public static Now now() {
    return new Now();
  }

  /**
   * A random UUID (RFC 9562), each time it is read another one.
   * <pre>{@code when(header("x-request-id").missing()).setHeader("x-request-id", randomUuid())}</pre>
   */
  public static TextValue randomUuid() {
    return new RandomUuid();
  }

  /**
   * A random number from 0 to below this one, each time it is read another one.
   * <pre>{@code when(randomNumber(100).lessThan(5)).setHeader("x-sampled", "1")}</pre>
   */
  public static NumberValue randomNumber(int below) {
    return new RandomNumber(below);
  }
}
