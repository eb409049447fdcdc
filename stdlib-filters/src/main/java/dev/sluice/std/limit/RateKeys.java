package dev.sluice.std.limit;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.settings.Decoder;
import dev.sluice.std.auth.Authenticated;
import dev.sluice.value.TextValue;

/** What settings can limit by. */
final class RateKeys {
  static final Decoder<TextValue> DECODER = union("kind",
      variant("client", object(
          field("trustedProxies", integer().between(0, 100).asInt()).orElse(0)
              .describedAs("how many proxies in front of this one are trusted"))
          .as(RateKeys::client)),
      variant("header", object(field("name", headerName())).as(RateKeys::header)),
      variant("consumer", object(Authenticated::consumer)),
      variant("route", object(RateKeys::route)));

  private RateKeys() {}

  private static TextValue client(int trustedProxies) {
    return trustedProxies == 0 ? clientAddress() : clientAddress(trustedProxies);
  }

  private static TextValue header(String name) {
    return requestHeader(name);
  }

  private static TextValue route() {
    return routeName();
  }
}
