package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.value.LiteralText;

/** A filter of connections: asks whether a client may connect, rewrites what both sides send, closes on a bad word. */
public final class ConnectionPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return tcp("connections")
        .onConnect(
            call(cluster("who"), get("/may-connect")).onFailure(close()),
            bind("who", answer().body()),
            streamDownstream(replacing("colour", "color")),
            streamUpstream(maskingDigits(8)))
        .downstream(
            when(data().contains("forbidden")).then(close()),
            when(data().is("who")).then(setData(ref("who"))))
        .upstream(when(data().is("silly")).then(setData(new LiteralText("sensible"))))
        .onClose(log(LogLevel.INFO, ref("who")));
  }
}
