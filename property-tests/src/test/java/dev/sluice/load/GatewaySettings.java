package dev.sluice.load;

/**
 * The settings of the gateway, in versions: version n lets preflights be remembered for {@value #MAX_AGE} + n seconds and
 * knows the guest's key where n is odd. The limit is the same in all, and no token comes in within a day.
 */
final class GatewaySettings {
  static final String ORIGIN = "https://app.test";
  static final String CLIENT = "192.0.2.1";
  static final String DENIED = "203.0.113.9";
  static final int MAX_AGE = 600;

  private static final String GUEST = ", {\"name\": \"guest\", \"key\": \"key of guest\"}";

  private GatewaySettings() {}

  static String version(int version, long limit) {
    return """
        {"deny": {"blocks": ["203.0.113.0/24"], "trustedProxies": 1},
         "cors": {"origins": ["%s"], "exposed": ["x-request-id"], "maxAge": "%ds"},
         "keys": {"consumerHeader": "x-consumer", "consumers": [
           {"name": "ann", "key": "key of ann"}, {"name": "bob", "key": "key of bob"},
           {"name": "cho", "key": "key of cho"}, {"name": "dan", "key": "key of dan"},
           {"name": "spender", "key": "key of spender"}, {"name": "eve", "key": "key of eve"}%s]},
         "limit": {"requests": %d, "per": "24h"}}
        """.formatted(ORIGIN, MAX_AGE + version, knowsGuest(version) ? GUEST : "", limit);
  }

  static boolean knowsGuest(int version) {
    return version % 2 == 1;
  }
}
