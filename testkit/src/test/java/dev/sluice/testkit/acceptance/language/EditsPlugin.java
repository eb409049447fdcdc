package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import java.util.Map;

/** Changes headers and where requests go, by the path. */
public final class EditsPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("edits")
        .request(
            choose(
                when(path().is("/append")).appendHeader("x-list", header("x-more")),
                when(path().is("/rename")).renameHeader("x-old", "x-new"),
                when(path().is("/remove")).then(removeHeadersStartingWith("x-a"), removeHeaders("b", "c", "d")),
                when(path().is("/keep")).then(keepHeaders("x-a")),
                when(path().is("/set")).then(
                    setHeaders(Map.of("x-one", "1", "x-two", "2")).header("x-three", header("x-a"))
                        .header("x-b", header("x-c"))),
                when(path().startsWith("/api")).then(stripPrefix("/api"), setQueryParameter("from", "a b"), reroute()),
                when(path().startsWith("/old/")).then(
                    rewritePath("^/old/([0-9]+)/(.*)$", "/new/$2/$1"), removeQueryParameter("debug")),
                when(path().is("/line")).then(setMethod("PUT"), setAuthority("other.test"), setPath(header("x-to"))))
                .otherwise(setHeader("x-choice", "none")))
        .response(
            removeHeadersStartingWith("x-internal-"),
            renameHeader("x-old", "x-new"),
            appendHeader("vary", "origin"));
  }
}
