package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/**
 * All values of a header of the request as one text, in whatever part of the pipeline: for headers of which a client can
 * send several that mean one (RFC 9110 section 5.3, for cookies RFC 9113 section 8.2.3). See {@link RequestText} for what
 * a response part has.
 */
public record CombinedText(String name, String between) implements TextValue {
  public CombinedText {
    name = Check.headerName("requestHeader", name);
    Check.given("requestHeader", "the text between", between);
  }

  @Override
  public String describe() {
    return "request header " + name;
  }

  @Override
  public Reader reader(Planner planner) {
    return planner.ofRequest(name + between, this::joined);
  }

  private Reader joined(Planner request) {
    return new JoinedText.Join(new HeaderList.Values(request.headerCell(name).key()), Bytes.utf8(between));
  }
}
