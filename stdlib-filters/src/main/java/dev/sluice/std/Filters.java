package dev.sluice.std;

import dev.sluice.dsl.Filter;
import dev.sluice.std.auth.Authenticated;
import dev.sluice.std.auth.BasicAuth;
import dev.sluice.std.auth.ExternalAuth;
import dev.sluice.std.auth.IpBlocks;
import dev.sluice.std.auth.KeyAuth;
import dev.sluice.std.body.JsonBody;
import dev.sluice.std.body.MaskBody;
import dev.sluice.std.limit.LocalRateLimit;
import dev.sluice.std.limit.MaxRequestSize;
import dev.sluice.value.TextValue;

/**
 * All ready filters, for {@code import static dev.sluice.std.Filters.*;}. Each is made of its settings, which a
 * configuration gives (their {@code DECODER}) or the author writes down:
 *
 * <pre>{@code
 * plugin("gateway").with(keyAuth(KeyAuth.inHeader("x-api-key").consumer("alice", key).consumerHeader("x-consumer")))
 * }</pre>
 */
public final class Filters {
  private Filters() {}

  /** Lets requests through that carry the key of a consumer, see {@link KeyAuth}. */
  public static Filter keyAuth(KeyAuth settings) {
    return settings.filter();
  }

  /** Lets requests through that carry the name and password of a user, see {@link BasicAuth}. */
  public static Filter basicAuth(BasicAuth settings) {
    return settings.filter();
  }

  /** The name of the consumer or user that {@link #keyAuth} or {@link #basicAuth} before has let through. */
  public static TextValue consumer() {
    return Authenticated.consumer();
  }

  /** Lets only clients in blocks of addresses through, see {@link IpBlocks}. */
  public static Filter ipAllow(IpBlocks settings) {
    return settings.allow();
  }

  /** Lets only clients that connect from these blocks of addresses through, see {@link IpBlocks}. */
  public static Filter ipAllow(String... blocks) {
    return ipAllow(IpBlocks.of(blocks));
  }

  /** Refuses clients in blocks of addresses, see {@link IpBlocks}. */
  public static Filter ipDeny(IpBlocks settings) {
    return settings.deny();
  }

  /** Refuses clients that connect from these blocks of addresses, see {@link IpBlocks}. */
  public static Filter ipDeny(String... blocks) {
    return ipDeny(IpBlocks.of(blocks));
  }

  /** Asks another service whether a request may pass, see {@link ExternalAuth}. */
  public static Filter externalAuth(ExternalAuth settings) {
    return settings.filter();
  }

  /** Lets so many requests in so long a time through, see {@link LocalRateLimit}. */
  public static Filter localRateLimit(LocalRateLimit settings) {
    return settings.filter();
  }

  /** Lets requests with bodies of up to so many bytes through, see {@link MaxRequestSize}. */
  public static Filter maxRequestSize(long bytes) {
    return maxRequestSize(new MaxRequestSize(bytes));
  }

  /** Lets requests with bodies of up to so many bytes through, see {@link MaxRequestSize}. */
  public static Filter maxRequestSize(MaxRequestSize settings) {
    return settings.filter();
  }

  /** Has bodies be JSON with what is required in it, and changes them, see {@link JsonBody}. */
  public static Filter jsonBody(JsonBody settings) {
    return settings.filter();
  }

  /** Masks what is found in bodies as they pass, see {@link MaskBody}. */
  public static Filter maskBody(MaskBody settings) {
    return settings.filter();
  }
}
