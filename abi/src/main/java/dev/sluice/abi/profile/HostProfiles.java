package dev.sluice.abi.profile;

import static dev.sluice.abi.profile.HostTrait.CALLOUTS_BY_HOST_NAME;
import static dev.sluice.abi.profile.HostTrait.END_UNTOLD_WITH_HEADERS;
import static dev.sluice.abi.profile.HostTrait.HEADERS_STOP_ALL;
import static dev.sluice.abi.profile.HostTrait.HEADERS_STOP_ALONE;
import static dev.sluice.abi.profile.HostTrait.LATEST_CHUNK_UNSEEN;
import static dev.sluice.abi.profile.HostTrait.LEGACY_ATTRIBUTES;
import static dev.sluice.abi.profile.HostTrait.NO_RELOAD;
import static dev.sluice.abi.profile.HostTrait.PAUSE_OR_CONTINUE_ONLY;
import static dev.sluice.abi.profile.HostTrait.RESPONSE_BUFFERED_ONCE;
import static dev.sluice.abi.profile.HostTrait.TEXT_PROPERTIES;
import static dev.sluice.abi.profile.HostTrait.WHOLE_REQUEST_BODY;

import dev.sluice.abi.Callback;
import io.vavr.control.Option;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hosts that are known here. What they lack is from their documentation and sources, as noted at each. */
public final class HostProfiles {
  private static final Set<WasmFeature> ALL = EnumSet.allOf(WasmFeature.class);
  private static final Set<Callback> CONNECTIONS = EnumSet.of(Callback.NEW_CONNECTION, Callback.DOWNSTREAM_DATA,
      Callback.UPSTREAM_DATA, Callback.DOWNSTREAM_CONNECTION_CLOSE, Callback.UPSTREAM_CONNECTION_CLOSE);
  private static final Set<Callback> GRPC = EnumSet.of(Callback.GRPC_RECEIVE_INITIAL_METADATA, Callback.GRPC_RECEIVE,
      Callback.GRPC_RECEIVE_TRAILING_METADATA, Callback.GRPC_CLOSE);
  private static final List<String> GRPC_CALLS = List.of("proxy_grpc_call", "proxy_grpc_stream", "proxy_grpc_send",
      "proxy_grpc_cancel", "proxy_grpc_close", "proxy_get_status");

  /** Envoy 1.35 and newer, as they come. */
  public static final HostProfile ENVOY = new HostProfile("envoy", "Envoy 1.35 or newer", Option.some(ALL),
      "V8 13.8 or newer", Set.of(), Map.of(), Set.of(), Set.of());

  /** The same with {@code allow_on_headers_stop_iteration} for each plugin. */
  public static final HostProfile ENVOY_STOP_ITERATION =
      new HostProfile("envoy-stop-iteration", "Envoy 1.35 or newer with allow_on_headers_stop_iteration",
          Option.some(ALL), "V8 13.8 or newer", Set.of(), Map.of(), Set.of(HEADERS_STOP_ALONE), Set.of());

  /**
   * Envoy before 1.33: {@code Context::decodeData} looks at what is buffered before it adds the chunk (envoy#36411
   * changed that), there is no {@code FAIL_RELOAD}, and the attributes of before {@code xds.*} are there.
   */
  public static final HostProfile ENVOY_1_32 = new HostProfile("envoy-1.32", "Envoy before 1.33",
      Option.some(Set.of()), "V8 10.7 to 12.9", Set.of(), Map.of(),
      Set.of(HEADERS_STOP_ALL, LATEST_CHUNK_UNSEEN, NO_RELOAD, LEGACY_ATTRIBUTES), Set.of());

  /**
   * Kong's module for nginx: docs/PROXY_WASM.md and the table of hostcalls in src/common/proxy_wasm. What it does not have
   * yet traps; what is not in its table is not linked.
   */
  public static final HostProfile NGX_WASM = new HostProfile("ngx_wasm", "ngx_wasm_module 0.6",
      Option.some(Set.of()), "wasmtime 26, wasmer 3.1 or V8 13.1 with exceptions switched off",
      union(CONNECTIONS, GRPC, EnumSet.of(Callback.REQUEST_TRAILERS, Callback.RESPONSE_TRAILERS,
          Callback.REQUEST_METADATA, Callback.RESPONSE_METADATA, Callback.QUEUE_READY)),
      lacking(Map.of("proxy_get_header_map_size", Lack.NOT_LINKED, "proxy_get_buffer_status", Lack.NOT_LINKED),
          Lack.TRAPS, GRPC_CALLS,
          List.of("proxy_done", "proxy_close_stream", "proxy_get_log_level", "proxy_resolve_shared_queue")),
      Set.of(HEADERS_STOP_ALL, END_UNTOLD_WITH_HEADERS, WHOLE_REQUEST_BODY, RESPONSE_BUFFERED_ONCE,
          PAUSE_OR_CONTINUE_ONLY, TEXT_PROPERTIES, CALLOUTS_BY_HOST_NAME),
      Set.of("response headers can be held for a reply only"));

  /** Plugins of Google Cloud's load balancers and Media CDN: "Plugins overview", limitations. */
  public static final HostProfile GOOGLE = new HostProfile("google", "Google Cloud Service Extensions",
      Option.none(), "a V8 whose version is not published",
      union(CONNECTIONS, GRPC, EnumSet.of(Callback.TICK, Callback.REQUEST_TRAILERS, Callback.RESPONSE_TRAILERS,
          Callback.HTTP_CALL_RESPONSE, Callback.QUEUE_READY)),
      lacking(Map.of(), Lack.UNIMPLEMENTED, GRPC_CALLS,
          List.of("proxy_http_call", "proxy_set_tick_period_milliseconds", "proxy_define_metric",
              "proxy_increment_metric", "proxy_record_metric", "proxy_get_metric", "proxy_get_shared_data",
              "proxy_set_shared_data", "proxy_register_shared_queue", "proxy_resolve_shared_queue",
              "proxy_enqueue_shared_queue", "proxy_dequeue_shared_queue")),
      Set.of(), Set.of("16 MiB of memory for all streams of an instance, up to 1,000 at a time",
          "about a millisecond of CPU for each callback", "at most 128 KiB of changed headers or body at a time"));

  private static final List<HostProfile> KNOWN = List.of(ENVOY, ENVOY_STOP_ITERATION, ENVOY_1_32, NGX_WASM, GOOGLE);

  private HostProfiles() {}

  /** All of them. */
  public static List<HostProfile> known() {
    return KNOWN;
  }

  /** The one with this id; none where there is none. */
  public static Option<HostProfile> named(String id) {
    for (HostProfile profile : KNOWN) {
      if (profile.id().equals(id)) {
        return Option.some(profile);
      }
    }
    return Option.none();
  }

  @SafeVarargs
  private static Set<Callback> union(Set<Callback>... sets) {
    EnumSet<Callback> all = EnumSet.noneOf(Callback.class);
    for (Set<Callback> set : sets) {
      all.addAll(set);
    }
    return all;
  }

  @SafeVarargs
  private static Map<String, Lack> lacking(Map<String, Lack> some, Lack lack, List<String>... others) {
    Map<String, Lack> all = new HashMap<>(some);
    for (List<String> names : others) {
      names.forEach(name -> all.put(name, lack));
    }
    return all;
  }
}
