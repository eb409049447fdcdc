package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.setHeader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
  private record Account(String user, Secret password) {}

  @Test
  void itIsNotShown() {
    assertEquals("***", Secret.of("hunter2").toString());
    assertFalse(new Account("ann", Secret.of("hunter2")).toString().contains("hunter2"));
  }

  @Test
  void itIsRevealedToWhoeverAsks() {
    assertEquals(Bytes.utf8("zażółć"), Secret.of("zażółć").reveal());
    assertThrows(IllegalArgumentException.class, () -> Secret.of(null));
  }

  @Test
  void stepsAndQuestionsUseItAndDoNotShowIt() {
    Secret secret = Secret.of("hunter2");
    FakeHost host = FakeHost.get("/").request("x-key", "hunter2");
    assertTrue(Plugins.holds(host, header("x-key").constantTimeIs(secret.text())));
    assertFalse(header("x-key").constantTimeIs(secret.text()).describe().contains("hunter2"));
    Plugins.request(host, setHeader("x-token", secret.text()));
    assertEquals(List.of("hunter2"), host.requestHeader("x-token"));
    assertFalse(setHeader("x-token", secret.text()).toString().contains("hunter2"));
    assertFalse(plugin("p").request(setHeader("x-token", secret.text())).toString().contains("hunter2"));
  }

  @Test
  void aSecretThatNoHeaderCanHaveIsRefused() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, setHeader("x-token", Secret.of("a\r\nx-admin: 1").text()));
    assertEquals(400, host.answered());
  }

  @Test
  void comparison() {
    assertTrue(Secret.of("a").is(Bytes.utf8("a")));
    assertFalse(Secret.of("a").is(Bytes.utf8("b")));
    assertFalse(Secret.of("a").is(Bytes.utf8("aa")));
    assertEquals(Secret.of("a"), Secret.of("a"));
    assertEquals(Secret.of("a").hashCode(), Secret.of("a").hashCode());
    assertNotEquals(Secret.of("a"), Secret.of("b"));
  }
}
