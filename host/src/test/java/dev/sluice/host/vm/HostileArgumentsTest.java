package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.PluginSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostcall of the ABI with pointers, lengths, codes and ids that a sound guest never sends. */
class HostileArgumentsTest {
  private static final int MEMORY = 65_536;
  private static final int OUT = 20_000;
  private static final int RESULTS = 40_000;
  private static final String LOG = "env.proxy_log";
  private static final List<String> PHASES = List.of("proxy_on_request_headers", "proxy_on_request_body");

  /**
   * The parameters of each hostcall: {@code p} and {@code n} are address and length of bytes for the host, {@code o} and
   * {@code q} addresses of four or eight bytes for an answer, {@code e} is a code below the number behind it, {@code i}
   * the id of something that is not there, {@code v} another value.
   */
  private static final String HOSTCALLS = """
      proxy_log e6 p n
      proxy_get_log_level o
      proxy_get_current_time_nanoseconds q
      proxy_get_property p n o o
      proxy_set_property p n p n
      proxy_send_local_response v200 p n p n p n v-1
      proxy_continue_stream e4
      proxy_close_stream e4
      proxy_done
      proxy_set_effective_context v77
      proxy_get_status o o o
      proxy_set_tick_period_milliseconds v0
      proxy_get_header_map_value e8 p n o o
      proxy_add_header_map_value e8 p n p n
      proxy_replace_header_map_value e8 p n p n
      proxy_remove_header_map_value e8 p n
      proxy_get_header_map_pairs e8 o o
      proxy_set_header_map_pairs e8 p n
      proxy_get_header_map_size e8 o
      proxy_get_buffer_bytes e9 v0 v9 o o
      proxy_get_buffer_status e9 o o
      proxy_set_buffer_bytes e9 v0 v0 p n
      proxy_http_call p n p n p n p n v1000 o
      proxy_grpc_call p n p n p n p n p n v1000 o
      proxy_grpc_stream p n p n p n p n o
      proxy_grpc_send i p n v0
      proxy_grpc_cancel i
      proxy_grpc_close i
      proxy_define_metric e3 p n o
      proxy_increment_metric i v1
      proxy_record_metric i v1
      proxy_get_metric i q
      proxy_get_shared_data p n o o o
      proxy_set_shared_data p n p n v0
      proxy_register_shared_queue p n o
      proxy_resolve_shared_queue p n p n o
      proxy_enqueue_shared_queue i p n
      proxy_dequeue_shared_queue i o o
      proxy_call_foreign_function p n p n o o
      """;

  /** One hostcall; {@code arguments} is what a sound guest might send. */
  record Hostcall(String name, List<String> roles) {
    static Hostcall of(String line) {
      String[] words = line.split(" ");
      return new Hostcall(words[0], List.of(words).subList(1, words.length));
    }

    /** The name of a property and of a header lies at 0, pairs come without bytes. */
    long[] sound() {
      long[] arguments = new long[roles.size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = switch (role(i)) {
          case 'n' -> name.contains("pairs") || i > 4 ? 0 : 11;
          case 'o', 'q' -> OUT + 16L * i;
          case 'i' -> 77;
          case 'v' -> Long.parseLong(roles.get(i).substring(1));
          default -> 0;
        };
      }
      return arguments;
    }

    char role(int parameter) {
      return roles.get(parameter).charAt(0);
    }

    long[] with(int parameter, long value) {
      long[] arguments = sound();
      arguments[parameter] = value;
      return arguments;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hostcall> hostcalls() {
    return HOSTCALLS.lines().map(String::strip).map(Hostcall::of);
  }

  @Test
  void everyHostcallIsHere() {
    assertEquals(LinkTable.BY_NAME.values()
        .stream()
        .filter(link -> link.qualifiedName().startsWith("env.proxy_"))
        .collect(Collectors.toMap(Link::name, link -> link.signature().indexOf(')') - 1)),
        hostcalls().collect(Collectors.toMap(Hostcall::name, call -> call.roles().size())));
  }

  @ParameterizedTest
  @MethodSource("hostcalls")
  void bytesOutsideOfTheMemoryAreInvalidMemoryAccess(Hostcall hostcall) {
    long[][] outside = {{MEMORY, 1}, {MEMORY + 1, 0}, {MEMORY - 1, 2}, {0, MEMORY + 1}, {0, -1}, {1, -1}, {-1, 1},
        {-4, 8}, {-1, -1}, {Integer.MIN_VALUE, Integer.MIN_VALUE}, {Integer.MAX_VALUE, Integer.MAX_VALUE}, {-16, 17}};
    List<long[]> calls = new ArrayList<>();
    for (int i = 0; i < hostcall.roles().size(); i++) {
      for (long[] place : hostcall.role(i) == 'p' ? outside : new long[0][]) {
        long[] arguments = hostcall.with(i, place[0]);
        arguments[i + 1] = place[1];
        calls.add(arguments);
      }
    }
    assertAnswers(hostcall, calls, Set.of(Status.INVALID_MEMORY_ACCESS));
  }

  @ParameterizedTest
  @MethodSource("hostcalls")
  void anAnswerThatHasNoPlaceIsInvalidMemoryAccess(Hostcall hostcall) {
    for (String phase : PHASES) {
      Status sound = answers(hostcall, List.of(hostcall.sound()), phase).getFirst();
      Set<Status> expected =
          EnumSet.of(Status.INVALID_MEMORY_ACCESS, sound.isOk() ? Status.INVALID_MEMORY_ACCESS : sound);
      List<long[]> calls = new ArrayList<>();
      for (int i = 0; i < hostcall.roles().size(); i++) {
        int size = hostcall.role(i) == 'o' ? 4 : 8;
        if ("oq".indexOf(hostcall.role(i)) >= 0) {
          for (long place : new long[] {MEMORY - size + 1, MEMORY, -1, -size + 1, Integer.MIN_VALUE,
              Integer.MAX_VALUE}) {
            calls.add(hostcall.with(i, place));
          }
        }
      }
      assertEquals(List.of(),
          answers(hostcall, calls, phase).stream().filter(each -> !expected.contains(each)).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("hostcalls")
  void codesThatTheAbiDoesNotDefineAreBadArguments(Hostcall hostcall) {
    List<long[]> calls = new ArrayList<>();
    for (int i = 0; i < hostcall.roles().size(); i++) {
      if (hostcall.role(i) == 'e') {
        int first = Integer.parseInt(hostcall.roles().get(i).substring(1));
        for (long code : new long[] {first, first + 1, 256, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
          calls.add(hostcall.with(i, code));
        }
      }
    }
    assertAnswers(hostcall, calls, Set.of(Status.BAD_ARGUMENT));
  }

  @ParameterizedTest
  @MethodSource("hostcalls")
  void idsOfNothingAreNotFoundOrBadArguments(Hostcall hostcall) {
    List<long[]> calls = new ArrayList<>();
    for (int i = 0; i < hostcall.roles().size(); i++) {
      if (hostcall.role(i) == 'i') {
        for (long id : new long[] {0, 77, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
          calls.add(hostcall.with(i, id));
        }
      }
    }
    assertAnswers(hostcall, calls, Set.of(Status.NOT_FOUND, Status.BAD_ARGUMENT));
  }

  /** 0 leads back to the context of the callback. */
  @Test
  void contextsThatAreNotThereAreBadArguments() {
    Hostcall hostcall = hostcalls().filter(call -> call.name().equals("proxy_set_effective_context")).findAny().get();
    List<long[]> calls = Stream.of(77L, -1L, (long) Integer.MIN_VALUE).map(id -> hostcall.with(0, id)).toList();
    assertAnswers(hostcall, calls, Set.of(Status.BAD_ARGUMENT));
    assertAnswers(hostcall, List.of(hostcall.with(0, 0)), Set.of(Status.OK));
  }

  /** In every phase the answers are among these. */
  private static void assertAnswers(Hostcall hostcall, List<long[]> calls, Set<Status> allowed) {
    for (String phase : PHASES) {
      assertEquals(List.of(),
          answers(hostcall, calls, phase).stream().filter(answer -> !allowed.contains(answer)).toList());
    }
  }

  /** What a module gets that makes these calls in a callback; it lives through all of them. */
  private static List<Status> answers(Hostcall hostcall, List<long[]> calls, String phase) {
    Link link = LinkTable.BY_NAME.get("env." + hostcall.name());
    TestModule module = TestModule.proxy().imports(link.qualifiedName(), link.signature());
    if (!link.qualifiedName().equals(LOG)) {
      module.imports(LOG, "(iii)i");
    }
    module.data(0, "plugin_name").function(phase, "(iii)i", code -> {
      for (int i = 0; i < calls.size(); i++) {
        code.i32(RESULTS + 4 * i).callImport(link.qualifiedName(), calls.get(i)).store();
      }
      code.call(LOG, 5, RESULTS, 4 * calls.size()).drop().i32(0);
    });
    PluginSpec spec = PluginSpec.of("hostile", WasmPlugin.of(module.build(), Engine.INTERPRETER))
        .withVmConfiguration(Bytes.utf8("configuration"));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.of("POST", "/").body("body"),
          seen -> HttpResponse.of(200, "up"));
      assertTrue(outcome.log().stream().noneMatch(line -> line.text().contains("VM failed")), outcome.log().toString());
      Bytes results = outcome.log().getLast().message();
      assertEquals(4 * calls.size(), results.length());
      return Stream.iterate(0, i -> i < calls.size(), i -> i + 1).map(i -> Status.of(results.at(4 * i))).toList();
    }
  }
}
