package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.List;

/** Puts a text in the place of a body that has been waited for, and takes out the headers that speak of the old one. */
public final class ReplaceBody extends Op {
  private static final String[] STALE = {
      "content-length", "etag", "content-md5", "content-digest", "repr-digest", "digest", "accept-ranges"};

  private final Reader value;
  private final Label noBody;

  /** @param noBody where the program goes on when the message has ended with its headers */
  public ReplaceBody(Reader value, Label noBody) {
    this.value = value;
    this.noBody = noBody;
  }

  @Override
  public int run(Run run, int pc) {
    Bytes text = value.read(run);
    if (text == null) {
      return pc + 1;
    }
    if (!run.hasBody()) {
      return text.isEmpty() ? pc + 1 : noBody.pc();
    }
    for (String name : STALE) {
      run.removeHeader(Bytes.utf8(name));
    }
    run.replaceBody(text);
    return pc + 1;
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward("the message has a body"), Way.to(noBody, "the message has no body"));
  }
}
