package dev.sluice.plan;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;

/**
 * The way out. A host sends a reply given here straight to the client, past all filters; what the outer filters' response
 * parts do is therefore done to the reply itself before it is sent.
 */
final class ResponsePhase extends Phase {
  @Override
  public String name() {
    return "response";
  }

  @Override
  public StreamType stream() {
    return StreamType.HTTP_RESPONSE;
  }

  @Override
  BufferType body() {
    return BufferType.HTTP_RESPONSE_BODY;
  }

  @Override
  MapType headers() {
    return MapType.RESPONSE_HEADERS;
  }

  @Override
  Reader requestAttribute(Planner planner, String pseudoHeader) {
    return new VariableReader(planner.scope().prelude().capture(pseudoHeader));
  }

  @Override
  Reader ofRequest(Planner planner, String key, RequestSource source) {
    return new VariableReader(planner.scope().prelude().capture(key, source));
  }

  @Override
  Reader responseHeader(Planner planner, String name) {
    return planner.header(name);
  }

  @Override
  Reader responseStatus(Planner planner) {
    return planner.header(":status");
  }

  @Override
  int refusalStatus() {
    return 502;
  }

  @Override
  int reply(Run run, Reply reply, int pc) {
    run.pending(reply);
    run.redirect(new ReplyHeaders(reply));
    return run.program().outside(pc);
  }

  @Override
  Reply completed(Run run, Reply reply) {
    return run.streamed(run.headers() instanceof ReplyHeaders edited ? edited.applyTo(reply) : reply);
  }
}
