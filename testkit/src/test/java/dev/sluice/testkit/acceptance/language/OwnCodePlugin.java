package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.call.BufferCalls;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Exchange;

/** Does with code of its own what the words do not say. */
public final class OwnCodePlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("own-code")
        .request(
            when(path().is("/body")).then(
                step("reverse", reads(requestBody(), header("x-mark")), OwnCodePlugin::reverse).binds("length"),
                setHeader("x-length", ref("length"))),
            when(path().is("/properties")).then(step("properties", OwnCodePlugin::properties)),
            when(path().is("/raw")).then(step("raw", OwnCodePlugin::raw), setHeader("x-raw", header("x-raw"))),
            when(path().is("/piece")).then(
                step("piece", reads(requestBody()), OwnCodePlugin::piece)),
            when(path().is("/broken")).then(step("broken", exchange -> exchange.read(method()))))
        .response(step("tag", exchange -> exchange.addHeader("x-part", exchange.part())))
        .log(step("line", exchange -> exchange.log(LogLevel.INFO,
            exchange.part() + " " + exchange.header(":path").map(Bytes::utf8).getOrElse("-"))));
  }

  private static void reverse(Exchange exchange) {
    byte[] bytes = exchange.read(requestBody()).get().toArray();
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    boolean replaced = exchange.replaceBody(Bytes.wrap(reversed));
    exchange.bind("length", bytes.length + (replaced ? " replaced" : " left"));
    exchange.setHeader("x-marks",
        exchange.headerValues("x-mark").size() + exchange.read(header("x-mark")).map(Bytes::utf8).getOrElse("none"));
  }

  private static void properties(Exchange exchange) {
    exchange.setProperty("own.name", Bytes.utf8("a value"));
    exchange.setHeader("x-kept", exchange.property("own.name").map(Bytes::utf8).getOrElse("none"));
    exchange.setHeader("x-none", exchange.property("own.other").map(Bytes::utf8).getOrElse("none"));
  }

  private static void raw(Exchange exchange) {
    exchange.hostcalls()
        .headers()
        .replace(dev.sluice.abi.MapType.REQUEST_HEADERS, Bytes.utf8("x-raw"), Bytes.utf8("by hand"));
  }

  /** Replaces the beginning of the body, which stays as long as it was. Proxies replace no range in its middle. */
  private static void piece(Exchange exchange) {
    BufferCalls buffers = exchange.hostcalls().buffers();
    exchange.setHeader("x-size", String.valueOf(buffers.status(BufferType.HTTP_REQUEST_BODY).length()));
    exchange.setHeader("x-set", buffers.set(BufferType.HTTP_REQUEST_BODY, 0, 2, Bytes.utf8("--")).name());
    exchange.setHeader("x-level", String.valueOf(exchange.hostcalls().log().level().isOk()));
  }
}
