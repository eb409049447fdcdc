package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.data.stream.StreamReplacer;
import dev.sluice.plan.Check;
import dev.sluice.plan.Flow;
import dev.sluice.plan.FlowEnded;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reply;

/**
 * Ends a message in which a text occurs, also across the borders of pieces: a request is answered, a response broken off.
 * What stands before it may have gone on by then; of the text itself the last byte has not. Keeps less than the text.
 *
 * @param wanted the text, in UTF-8
 * @param status what answers a request, 200 to 599
 * @param body what the answer says, in UTF-8
 */
public record Refuse(String wanted, int status, String body) implements Transform {
  public Refuse {
    Check.filled("refusing", "the text to be found", wanted);
    Check.status("refusing", status);
    Check.given("refusing", "the body of the answer", body);
  }

  @Override
  public String describe() {
    return "refuse \"" + wanted + "\" with " + status;
  }

  @Override
  public boolean keepsBytes() {
    return true;
  }

  @Override
  public FlowMaker maker(Planner planner) {
    Bytes text = Bytes.utf8(wanted);
    Reply reply = Reply.of(status, "sluice_body_refused", Bytes.utf8(body), Lists.none());
    return () -> new Refusing(StreamReplacer.of(text, text), reply);
  }

  private static final class Refusing extends Flow {
    private final StreamReplacer finder;
    private final Reply reply;

    Refusing(StreamReplacer finder, Reply reply) {
      this.finder = finder;
      this.reply = reply;
    }

    @Override
    public Bytes push(Hostcalls host, Bytes piece, boolean last) {
      Bytes certain = finder.push(piece);
      Bytes all = last ? Pieces.join(certain, finder.end()) : certain;
      if (finder.found() > 0) {
        throw new FlowEnded("a body has a text that is refused and was not let through", reply);
      }
      return all;
    }
  }
}
