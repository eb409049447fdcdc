package dev.sluice.testkit.property;

import static dev.sluice.testkit.property.RequestWords.header;
import static dev.sluice.testkit.property.RequestWords.method;
import static dev.sluice.testkit.property.RequestWords.path;
import static dev.sluice.testkit.property.RequestWords.withoutBody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.dsl.Sluice;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;
import dev.sluice.settings.Decoders;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/** Every generated request is as its words say, and the words leave no kind of it out. */
class WordsTest {
  @Test
  void headers() {
    all(header("x").absent(), request -> !request.headers().has("x"));
    all(header("X").missing(), request -> request.headers().bytes("x").forAll(Bytes::isEmpty));
    all(header("x").empty(),
        request -> request.headers().has("x") && request.headers().bytes("x").forAll(Bytes::isEmpty));
    all(header("x").present(),
        request -> request.headers().bytes("x").size() == 1 && !request.headers().first("x").get().isBlank());
    all(header("x").repeated(), request -> request.headers().bytes("x").size() > 1);
    all(header("x").in("a", "b"), request -> Vector.of("a", "b").contains(request.headers().all("x").single()));
    all(header("x").isNot("key"), request -> !request.headers().all("x").equals(Vector.of("key")));
  }

  @Test
  void targetsAndMethods() {
    all(path().under("/a"), request -> request.target().matches("/a([/?].*)?"));
    all(path().notUnder("/a"), request -> !request.target().matches("/a([/?].*)?"));
    all(path().is("/b"), request -> request.target().matches("/b([?].*)?"));
    all(method("GET", "PUT"), request -> Vector.of("GET", "PUT").contains(request.method()));
    all(withoutBody(), request -> request.pieces().isEmpty() && request.trailers().fields().isEmpty());
  }

  @Test
  void requestsAreOfEveryKind() {
    Set<String> kinds = new HashSet<>();
    Search.of(Requests.any()).tries(2_000).find(request -> {
      kinds.add(request.method());
      kinds.add(request.pieces().size() > 1 ? "pieces" : request.pieces().isEmpty() ? "none" : "whole");
      request.headers().fields().forEach(field -> {
        kinds.add(request.headers().bytes(field.name().latin1()).size() > 1 ? "repeated" : "once");
        kinds.add(field.value().isEmpty() ? "empty" : "filled");
        kinds.add(Bytes.utf8(field.value().utf8()).equals(field.value()) ? "utf-8" : "bytes");
      });
      kinds.add(request.trailers().fields().isEmpty() ? "no trailers" : "trailers");
    });
    assertTrue(kinds.containsAll(Set.of("GET", "HEAD", "POST", "PUT", "pieces", "whole", "none", "repeated", "once",
        "empty", "filled", "bytes", "trailers", "no trailers")), kinds.toString());
  }

  @Test
  void bodiesAreCutInEveryWay() {
    Bytes body = Bytes.utf8("abcd");
    Vector<Vector<Bytes>> cuts = Bodies.everyCut(body);
    assertEquals(8, cuts.distinct().size());
    cuts.forEach(cut -> assertEquals("abcd", cut.map(Bytes::utf8).mkString()));
    assertEquals(Vector.of(Vector.empty()), Bodies.everyCut(Bytes.EMPTY));
    every(Bodies.cuts(body), cut -> cut.map(Bytes::utf8).mkString().equals("abcd") && !cut.exists(Bytes::isEmpty));
  }

  @Test
  void configurationsFollowTheSchema() {
    Set<Boolean> outcomes = new HashSet<>();
    every(Configurations.any(new Sized()), text -> {
      try {
        outcomes.add(new Sized().define(Settings.of(text)) != null);
      } catch (SettingsRejected refused) {
        outcomes.add(false);
      }
      return true;
    });
    assertEquals(Set.of(true, false), outcomes);
    every(Configurations.accepted(new Sized()), text -> new Sized().define(Settings.of(text)) != null);
  }

  static final class Sized implements SluicePlugin {
    private static final Decoder<Long> SIZE = Decoders.object(
        Decoders.field("size", Decoders.integer().between(0, 100)),
        Decoders.optional("name", Decoders.text())).as((size, name) -> size.longValue());

    @Override
    public Plugin define(Settings settings) {
      return Sluice.plugin("sized").request(Sluice.setHeader("x-size", Long.toString(settings.decode(SIZE))));
    }

    @Override
    public Settings sampleSettings() {
      return Settings.of("{\"size\": 1}");
    }
  }

  private static void all(RequestCondition condition, Predicate<Request> holds) {
    every(condition.on(Requests.any()), holds);
  }

  private static <T> void every(Arbitrary<T> values, Predicate<T> holds) {
    Search.of(values).tries(500).find(value -> assertTrue(holds.test(value), value::toString)).forEach(found -> {
      throw new AssertionError(found.failure());
    });
  }
}
