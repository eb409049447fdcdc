package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Step;

/** Reads and changes trailers of both messages, with bodies held and not. */
public final class TrailersPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("trailers")
        .request(
            when(path().startsWith("/read")).then(readRequest()),
            when(path().startsWith("/edit")).then(editRequest()),
            when(path().startsWith("/held")).then(
                bind("body", requestBody()),
                addRequestTrailer("x-body", ref("body")),
                setHeader("x-saw", requestTrailer("x-body").orElse("none"))),
            when(path().startsWith("/strict")).then(addRequestTrailer("x-a", "edge")),
            when(path().startsWith("/branch")).then(
                addRequestTrailer("x-a", "edge").onFailure(setHeader("x-a", "edge")),
                setHeader("x-after", "yes")))
        .response(
            when(path().startsWith("/out/read")).then(
                setHeader("x-saw", responseTrailer("x-a").orElse("none"))),
            when(path().startsWith("/out/edit")).then(
                setResponseTrailer("x-a", "set"),
                addResponseTrailer("x-b", "added"),
                addResponseTrailer("x-b", header("x-b")),
                removeResponseTrailer("x-c")),
            when(path().startsWith("/out/held")).then(
                bind("body", responseBody()),
                setResponseTrailer("x-body", ref("body")),
                setHeader("x-saw", responseTrailer("x-body").orElse("none"))),
            when(path().startsWith("/out/branch")).then(
                addResponseTrailer("x-a", "edge").onFailure(setHeader("x-a", "edge"))))
        .log(log(LogLevel.INFO, responseTrailer("x-a").orElse("none").prepend("at the end: ")));
  }

  private static Step readRequest() {
    return sequence(
        when(requestTrailer("x-a").missing()).respond(400, "no x-a"),
        setHeader("x-saw", requestTrailer("x-a")));
  }

  private static Step editRequest() {
    return sequence(
        setRequestTrailer("x-a", "set"),
        addRequestTrailer("x-b", header("x-b")),
        setRequestTrailer("x-c", header("x-none")),
        removeRequestTrailer("x-d"));
  }
}
