package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.data.net.Cidr;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of addresses, of IPv4 and IPv6, and by what a client's address is known: the peer of the connection, or what
 * trusted proxies in front of this one tell in X-Forwarded-For. Clients are let through ({@link #allow}) or refused
 * ({@link #deny}); one whose address is not known is refused by both.
 *
 * <pre>{@code
 * ipDeny(IpBlocks.of("192.0.2.0/24").behindProxies(1))
 * }</pre>
 *
 * @param blocks at least one
 * @param trustedProxies how many proxies in front of this one are trusted, 0 for none
 * @param trustedBlocks where trusted proxies are, none for no such; not together with a number of proxies
 * @param status what refused clients are answered with, 400 to 599
 */
public record IpBlocks(List<Cidr> blocks, int trustedProxies, List<Cidr> trustedBlocks, int status) {
  private static final int MOST_BLOCKS = 1000;
  private static final int MOST_PROXIES = 100;
  private static final int FORBIDDEN = 403;

  /** Reads settings: see docs/filters/ipAccess.md. */
  public static final Decoder<IpBlocks> DECODER = object(
      field("blocks", listOf(cidr()).size(1, MOST_BLOCKS)),
      field("trustedProxies", integer().between(0, MOST_PROXIES).asInt()).orElse(0)
          .describedAs("how many proxies in front of this one are trusted"),
      field("trustedBlocks", listOf(cidr()).size(0, MOST_BLOCKS)).orElse(List.of())
          .describedAs("where the trusted proxies are"),
      field("status", integer().between(400, 599).asInt()).orElse(FORBIDDEN)).as(IpBlocks::new);

  public IpBlocks {
    blocks = List.copyOf(blocks);
    trustedBlocks = List.copyOf(trustedBlocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("IpBlocks: no block; give at least one");
    }
    if (trustedProxies < 0 || trustedProxies > 0 && !trustedBlocks.isEmpty()) {
      throw new IllegalArgumentException(
          "trustedProxies and trustedBlocks: the one counts proxies, the other says where they are; give one of them");
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("IpBlocks: the status of a refusal is between 400 and 599");
    }
  }

  /** These blocks, for clients that connect directly, refused with 403. */
  public static IpBlocks of(String... blocks) {
    return new IpBlocks(parsed(blocks), 0, List.of(), FORBIDDEN);
  }

  /** The same for clients whose address the outermost of so many trusted proxies tells, see {@code clientAddress(int)}. */
  public IpBlocks behindProxies(int proxies) {
    return new IpBlocks(blocks, proxies, List.of(), status);
  }

  /** The same for clients behind trusted proxies in these blocks, see {@code clientAddress(String, String...)}. */
  public IpBlocks behind(String... proxies) {
    return new IpBlocks(blocks, 0, parsed(proxies), status);
  }

  /** The same with refused clients answered so. */
  public IpBlocks status(int refusal) {
    return new IpBlocks(blocks, trustedProxies, trustedBlocks, refusal);
  }

  /** The filter that lets only clients in these blocks through. */
  public Filter allow() {
    return request(when(isIn(client()).not()).respond(status));
  }

  /** The filter that lets all clients through but those in these blocks. */
  public Filter deny() {
    TextValue client = client();
    return request(when(client.absent().or(isIn(client))).respond(status));
  }

  private TextValue client() {
    if (!trustedBlocks.isEmpty()) {
      String[] others = texts(trustedBlocks.subList(1, trustedBlocks.size()));
      return clientAddress(trustedBlocks.get(0).toString(), others);
    }
    return trustedProxies == 0 ? clientAddress() : clientAddress(trustedProxies);
  }

  private Condition isIn(TextValue client) {
    return client.inCidr(texts(blocks));
  }

  private static String[] texts(List<Cidr> blocks) {
    String[] texts = new String[blocks.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = blocks.get(i).toString();
    }
    return texts;
  }

  private static List<Cidr> parsed(String... blocks) {
    List<Cidr> parsed = new ArrayList<>();
    for (String block : blocks) {
      parsed.add(Cidr.parse(block)
          .getOrElseThrow(() -> new IllegalArgumentException(
              "IpBlocks: \"" + block + "\" is no block of addresses; give one such as 10.0.0.0/8 or fd00::/8")));
    }
    return parsed;
  }
}
