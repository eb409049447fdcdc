package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.data.net.Cidr;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.Addresses;
import java.util.List;

/**
 * The client's address by trusted addresses: from the peer of the connection on through X-Forwarded-For from the right,
 * the first that is not in a trusted block; where all are, the leftmost. Absent where the host does not tell the peer,
 * and at an entry that is no address: what stands left of it cannot be trusted.
 */
public record ForwardedText(List<Cidr> trusted) implements TextValue {
  private static final TextValue FORWARDED = new CombinedText("x-forwarded-for", ",");
  private static final TextValue PEER = PropertyText.of("source", "address");

  public ForwardedText {
    trusted = Lists.copy(trusted);
  }

  @Override
  public String describe() {
    return "client address behind " + trusted;
  }

  @Override
  public Reader reader(Planner planner) {
    Reader forwarded = FORWARDED.reader(planner);
    return new Client(forwarded, PEER.reader(planner), new Addresses.BehindBlocks(trusted));
  }

  private static final class Client extends Reader {
    private final Reader forwarded;
    private final Reader peer;
    private final Addresses.BehindBlocks client;

    Client(Reader forwarded, Reader peer, Addresses.BehindBlocks client) {
      this.forwarded = forwarded;
      this.peer = peer;
      this.client = client;
    }

    @Override
    public Bytes read(Run run) {
      Bytes before = forwarded.read(run);
      Bytes last = peer.read(run);
      if (before == null || last == null) {
        return last == null ? null : client.of(last);
      }
      return client.of(new ByteSink(before.length() + last.length() + 1).put(before).put(',').put(last).bytes());
    }
  }
}
