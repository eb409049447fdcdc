package dev.sluice.abi.profile;

import java.util.Set;

/** What a host does otherwise than a current Envoy. */
public enum HostTrait {
  /** {@code allow_on_headers_stop_iteration} for every plugin: result 1 to headers lets the body callbacks come. */
  HEADERS_STOP_ALONE(
      "a plugin that stops headers with result 1 gets the body all the same",
      "proxy_on_request_headers", "proxy_on_response_headers"),
  /** There is no such option: result 1 to headers always stops everything. */
  HEADERS_STOP_ALL(
      "a plugin that stops headers gets no body until it lets them go on: headers cannot be changed after the body",
      "proxy_on_request_body", "proxy_on_response_body"),
  /** Headers callbacks do not tell whether the message ends with them. */
  END_UNTOLD_WITH_HEADERS(
      "headers never tell that the message ends with them", "proxy_on_request_headers", "proxy_on_response_headers"),
  /** While a body is buffered a callback sees what has been buffered, but not the chunk that it is called for. */
  LATEST_CHUNK_UNSEEN(
      "a plugin that has a body buffered never sees its last chunk", "proxy_on_request_body", "proxy_on_response_body"),
  /** The request body comes in one piece, and not at all where there is none. */
  WHOLE_REQUEST_BODY("the request body comes in one piece", "proxy_on_request_body"),
  /** A plugin can have the response body buffered once: it is called again at its end or when buffers are full. */
  RESPONSE_BUFFERED_ONCE("the response body can be buffered once, up to nginx's buffers", "proxy_on_response_body"),
  /** Answers other than 0 and 1 are errors, to the client a 500. */
  PAUSE_OR_CONTINUE_ONLY(
      "answers other than continue and pause end the request with a 500: holding for a callout does, for instance",
      "proxy_on_request_headers", "proxy_on_response_headers", "proxy_on_request_body", "proxy_on_response_body"),
  /** A VM that has failed is not started anew. */
  NO_RELOAD("a plugin that fails once stays failed", "proxy_on_request_headers", "proxy_on_response_headers"),
  /** {@code cluster_name} and the like are there besides {@code xds.cluster_name}. */
  LEGACY_ATTRIBUTES("properties have their names of before Envoy 1.33 too", "proxy_get_property"),
  /** Properties are text, numbers in decimal, and of fewer kinds. */
  TEXT_PROPERTIES("properties are text: numbers, times and truth values do not decode", "proxy_get_property"),
  /** Callouts name hosts. */
  CALLOUTS_BY_HOST_NAME("callouts go to host names instead of clusters", "proxy_http_call");

  private final String description;
  private final String concerned;

  HostTrait(String description, String... concerned) {
    this.description = description;
    this.concerned = String.join(" ", concerned);
  }

  /** In one sentence, for the author of a plugin. */
  public String description() {
    return description;
  }

  /** Plugins that export or import one of these functions are concerned. */
  public Set<String> concerned() {
    return Set.of(concerned.split(" "));
  }
}
