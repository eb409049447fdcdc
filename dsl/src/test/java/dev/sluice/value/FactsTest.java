package dev.sluice.value;

import static dev.sluice.dsl.Sluice.clusterMetadata;
import static dev.sluice.dsl.Sluice.clusterName;
import static dev.sluice.dsl.Sluice.dynamicMetadata;
import static dev.sluice.dsl.Sluice.listenerMetadata;
import static dev.sluice.dsl.Sluice.nodeCluster;
import static dev.sluice.dsl.Sluice.nodeId;
import static dev.sluice.dsl.Sluice.pluginName;
import static dev.sluice.dsl.Sluice.property;
import static dev.sluice.dsl.Sluice.randomNumber;
import static dev.sluice.dsl.Sluice.randomUuid;
import static dev.sluice.dsl.Sluice.rootId;
import static dev.sluice.dsl.Sluice.routeMetadata;
import static dev.sluice.dsl.Sluice.routeName;
import static dev.sluice.dsl.Sluice.vmId;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.holdsInResponse;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.attribute.Attribute;
import dev.sluice.abi.attribute.AttributeType;
import dev.sluice.abi.attribute.ConnectionAttributes;
import dev.sluice.abi.attribute.PluginAttributes;
import dev.sluice.abi.attribute.XdsAttributes;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import io.vavr.control.Option;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the proxy knows, and chance. */
class FactsTest {
  private static FakeHost knowing(String value, String... path) {
    return FakeHost.get("/").property(PropertyPath.of(path), value);
  }

  @Test
  void eachWordReadsItsAttribute() {
    assertTold(routeName(), "xds", "route_name");
    assertTold(clusterName(), "xds", "cluster_name");
    assertTold(routeMetadata("team", "owner"), "xds", "route_metadata", "filter_metadata", "team", "owner");
    assertTold(routeMetadata("team", "a", "b"), "xds", "route_metadata", "filter_metadata", "team", "a", "b");
    assertTold(clusterMetadata("team", "owner"), "xds", "cluster_metadata", "filter_metadata", "team", "owner");
    assertTold(listenerMetadata("team", "owner"), "xds", "listener_metadata", "filter_metadata", "team", "owner");
    assertTold(dynamicMetadata("jwt", "sub"), "metadata", "filter_metadata", "jwt", "sub");
    assertTold(pluginName(), "plugin_name");
    assertTold(rootId(), "plugin_root_id");
    assertTold(vmId(), "plugin_vm_id");
    assertTold(nodeId(), "xds", "node", "id");
    assertTold(nodeCluster(), "xds", "node", "cluster");
    assertTold(property("a", "b.c"), "a", "b.c");
  }

  private static void assertTold(TextValue value, String... path) {
    assertEquals(Option.some("v"), read(knowing("v", path), value));
    assertEquals(Option.some("v"), readInResponse(knowing("v", path), value));
    assertEquals(Option.none(), read(FakeHost.get("/"), value));
    assertEquals("property " + String.join(".", path), value.describe());
  }

  @Test
  void numbersAndTruthValuesOfAttributes() {
    Bytes code = PropertyPath.of("response", "code");
    FakeHost host = FakeHost.get("/").property(code, Bytes.latin1("\u00c9\0\0\0\0\0\0\0"));
    assertTrue(holdsInResponse(host, property("response", "code").number().is(201)));
    FakeHost negative = FakeHost.get("/").property(code, Bytes.latin1("\u00fe" + "\u00ff".repeat(7)));
    assertTrue(holds(negative, property("response", "code").number().is(-2)));
    for (String odd : List.of("", "1", "\0".repeat(7), "\0".repeat(9), "\0\0\0\0\0\0\0\u0080")) {
      assertTrue(
          holds(FakeHost.get("/").property(code, Bytes.latin1(odd)), property("response", "code").number().absent()));
    }
    Bytes mtls = PropertyPath.of("connection", "mtls");
    assertTrue(holds(FakeHost.get("/").property(mtls, Bytes.latin1("\1")), property("connection", "mtls").flag()));
    for (String odd : List.of("", "\0", "\2", "1", "true", "\1\1")) {
      assertFalse(holds(FakeHost.get("/").property(mtls, Bytes.latin1(odd)), property("connection", "mtls").flag()));
    }
    assertFalse(holds(FakeHost.get("/"), property("connection", "mtls").flag()));
  }

  @Test
  void attributesThatHaveNames() {
    assertEquals(property("connection", "mtls"), property(ConnectionAttributes.mtls()));
    assertEquals(routeMetadata("team", "a.b"),
        property(XdsAttributes.routeMetadata().value(AttributeType.text(), "team", "a.b")));
    assertEquals(property("plugin_name"), property(PluginAttributes.name()));
    FakeHost host = FakeHost.get("/").property(ConnectionAttributes.id().path(), Bytes.latin1("\7\0\0\0\0\0\0\0"));
    assertTrue(holds(host, property(ConnectionAttributes.id()).number().is(7)));
  }

  @Test
  void anAttributeIsAskedForOnce() {
    FakeHost host = knowing("r", "xds", "route_name");
    holds(host, routeName().is("a").or(routeName().is("r")));
    assertEquals(List.of("proxy_get_property xds.route_name"), host.calls());
  }

  @Test
  void randomNumbersAreBelowTheirBound() {
    BitSet seen = new BitSet();
    for (int i = 0; i < 400; i++) {
      seen.set(Integer.parseInt(read(FakeHost.get("/"), randomNumber(4).asText()).get()));
    }
    // Each is missed with a chance of 0.75^400, less than 10^-49.
    assertEquals(BitSet.valueOf(new long[] {0b1111}), seen);
    assertTrue(holds(FakeHost.get("/"), randomNumber(1).is(0)));
    assertTrue(holds(FakeHost.get("/"), randomNumber(Integer.MAX_VALUE).between(0, Integer.MAX_VALUE - 1)));
  }

  @Test
  void uuidsAreNewEachTime() {
    String one = read(FakeHost.get("/"), randomUuid()).get();
    assertTrue(one.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), one);
    assertNotEquals(one, readInResponse(FakeHost.get("/"), randomUuid()).get());
  }

  @Test
  void chanceAsksNothingOfTheHost() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, dev.sluice.dsl.Sluice.setHeader("x-id", randomUuid()));
    assertEquals(List.of("proxy_replace_header_map_value"), host.hostcalls());
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> property());
    assertThrows(IllegalArgumentException.class, () -> property("a", null));
    assertThrows(IllegalArgumentException.class, () -> property((Attribute<?>) null));
    assertThrows(IllegalArgumentException.class, () -> property("a\0b"));
    assertThrows(IllegalArgumentException.class, () -> routeMetadata("team"));
    assertThrows(IllegalArgumentException.class, () -> routeMetadata("", "owner"));
    assertThrows(IllegalArgumentException.class, () -> dynamicMetadata(null, "owner"));
    assertThrows(IllegalArgumentException.class, () -> randomNumber(0));
  }

  @Test
  void chanceVaries() {
    assertTrue(randomNumber(100).lessThan(5).varies());
    assertTrue(randomUuid().varies());
    assertFalse(routeName().varies());
    assertEquals("random number below 100 is less than 5", randomNumber(100).lessThan(5).describe());
  }
}
