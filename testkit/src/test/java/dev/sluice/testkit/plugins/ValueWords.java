package dev.sluice.testkit.plugins;

import static dev.sluice.dsl.Sluice.allOf;
import static dev.sluice.dsl.Sluice.clientAddress;
import static dev.sluice.dsl.Sluice.concat;
import static dev.sluice.dsl.Sluice.cookie;
import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.headerValues;
import static dev.sluice.dsl.Sluice.host;
import static dev.sluice.dsl.Sluice.method;
import static dev.sluice.dsl.Sluice.not;
import static dev.sluice.dsl.Sluice.now;
import static dev.sluice.dsl.Sluice.number;
import static dev.sluice.dsl.Sluice.path;
import static dev.sluice.dsl.Sluice.pathTemplate;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.pluginName;
import static dev.sluice.dsl.Sluice.port;
import static dev.sluice.dsl.Sluice.property;
import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.dsl.Sluice.queryString;
import static dev.sluice.dsl.Sluice.queryValues;
import static dev.sluice.dsl.Sluice.randomNumber;
import static dev.sluice.dsl.Sluice.randomUuid;
import static dev.sluice.dsl.Sluice.requestHeader;
import static dev.sluice.dsl.Sluice.responseHeader;
import static dev.sluice.dsl.Sluice.rootId;
import static dev.sluice.dsl.Sluice.routeMetadata;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.dsl.Sluice.status;
import static dev.sluice.dsl.Sluice.template;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Tells in headers what a broad mix of values is: those of the request to the upstream, the others to the client. */
public final class ValueWords implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("value-words").request(
        setHeader("v-path", path()),
        setHeader("v-segment", path().segment(1)),
        setHeader("v-parameter", pathTemplate("/users/{id}/{rest...}").parameter("id")),
        setHeader("v-query", queryString().replace("&", " and ")),
        setHeader("v-values", queryValues("a").join("+")),
        setHeader("v-host", concat(method().lowerCase(), text("@"), host())),
        setHeader("v-port", port().asText()),
        setHeader("v-cookie", cookie("c")),
        setHeader("v-list", headerValues("x-list").elements().join("|")),
        setHeader("v-count", headerValues("x-list").count().asText()),
        setHeader("v-last", headerValues("x-list").last()),
        setHeader("v-user", header("authorization").single().basicUser()),
        setHeader("v-bearer", header("authorization").bearer().orElse("none")),
        setHeader("v-hash", header("x-bytes").sha256().encodeHex().substring(0, 16)),
        setHeader("v-hash-512", header("x-bytes").sha512().encodeBase64().substring(0, 16)),
        setHeader("v-hmac", path().hmacSha256("key").encodeBase64Url()),
        setHeader("v-percent", header("x-bytes").encodePercent()),
        setHeader("v-base64", header("x-bytes").encodeBase64()),
        setHeader("v-json", header("x-json").json("/a/1").upperCase()),
        setHeader("v-group", header("x-json").group("\"b\": *([0-9]+)", 1)),
        setHeader("v-client", clientAddress(1)),
        setHeader("v-date", header("x-date").asHttpDate().plus(3600).asTimestamp()),
        setHeader("v-number", query("n").asLong().times(-7).modulo(5).asText()),
        setHeader("v-overflow", number(Long.MAX_VALUE).plus(query("n").asLong()).asText()),
        setHeader("v-division", number(1).dividedBy(query("n").asLong().minus(3)).asText()),
        setHeader("v-else", header("x-none").orElse(query("none")).orElse(query("n"))),
        setHeader("v-facts", template("{} {} {}", pluginName(), rootId(), routeMetadata("team", "owner").orElse("-"))),
        setHeader("v-form", text("x=1&y=%32").formField("y")),
        setHeader("v-uuid", randomUuid().length().asText()),
        when(allOf(
            headerValues("x-list").any().is("b, c"), headerValues("x-list").every().matches("[a-z, ]+"),
            not(headerValues("x-list").any().ignoringCase().is("D")),
            text("10.1.2.3").inCidr("10.0.0.0/8"), header("x-bytes").constantTimeIs(header("x-bytes")),
            path().contains(query("n").prepend("/").orElse("")), query("n").in(queryValues("n")),
            query("flag").isTrue(), now().epochSeconds().greaterThan(0), randomNumber(1).is(0),
            header("x-bytes").length().between(3, 4), property("no", "such").absent()))
            .setHeader("v-questions", "yes"))
        .response(
            setHeader("v-path", path()),
            setHeader("v-cookie", cookie("c")),
            setHeader("v-list", requestHeader("x-list")),
            setHeader("v-client", clientAddress(1)),
            setHeader("v-parameter", pathTemplate("/users/{id}/{rest...}").parameter("rest")),
            setHeader("v-status", status().plus(1).asText()),
            setHeader("v-type", responseHeader("content-type").before(";").orElse("?")),
            setHeader("v-count", headerValues("x-out").count().asText()),
            setHeader("v-date", now().asHttpDate().length().asText()),
            when(header("x-none").orElse(requestHeader("x-json")).json("/a/0").is(path().segment(1)))
                .setHeader("v-questions", "yes"));
  }
}
