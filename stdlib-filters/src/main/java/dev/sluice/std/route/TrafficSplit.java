package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Reads;
import dev.sluice.step.Step;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Splits traffic by weights: each request gets a header with the name of its branch, by which the proxy's route
 * chooses a cluster (Envoy: {@code cluster_header}, or routes that match the header). What a client sent under its name is
 * replaced. Requests with the same key get the same branch, in every worker and after every restart; while weights
 * change, as few change their branch as can be.
 *
 * <pre>{@code
 * trafficSplit(TrafficSplit.in("x-cluster").branch("blue", 95).branch("green", 5).stickyBy(cookie("session")))
 * }</pre>
 *
 * @param target the header
 * @param branches in an order that is to stay while weights change
 * @param key what requests with the same branch have in common; none, or one that is absent, for chance
 * @param reroutes whether the proxy chooses the route anew, without which the header is too late
 */
public record TrafficSplit(String target, List<Branch> branches, Option<TextValue> key, boolean reroutes) {
  private static final int MOST_BRANCHES = 100;
  private static final int HIGHEST_WEIGHT = 1_000_000;

  /** A name, which the header has as its value: visible ASCII characters. And a weight from 0 to 1,000,000. */
  public record Branch(String name, int weight) {}

  private static final Decoder<TextValue> KEY = union("by",
      variant("header", object(field("name", headerName())).as(name -> header(name))),
      variant("cookie", object(field("name", text().notBlank())).as(name -> cookie(name))),
      variant("address", object(field("trustedProxies", integer().between(0, 100).asInt()).orElse(0))
          .as(TrafficSplit::address)));

  /** Settings of a configuration; see docs/filters/trafficSplit.md. */
  public static final Decoder<TrafficSplit> DECODER = object(
      field("header", headerName()).describedAs("the header that gets the name of the branch"),
      field("branches", mapOf(text().map(TrafficSplit::checkedName), integer().between(0, HIGHEST_WEIGHT).asInt())
          .map(TrafficSplit::branches)
          .check(all -> total(all) > 0 && all.size() <= MOST_BRANCHES,
              "has no branch with a weight above 0, or more than 100 branches; give one at least"))
          .describedAs("names with their weights"),
      optional("sticky", KEY).describedAs("what requests with the same branch have in common"),
      field("reroute", bool()).orElse(true).describedAs("whether the proxy chooses the route anew"))
      .as(TrafficSplit::new);

  public TrafficSplit {
    branches = List.copyOf(branches);
    if (branches.size() > MOST_BRANCHES) {
      throw new IllegalArgumentException("trafficSplit: more than 100 branches; give fewer");
    }
    for (Branch branch : branches) {
      setHeader(target, checkedName(branch.name));
      if (branch.weight < 0 || branch.weight > HIGHEST_WEIGHT) {
        throw new IllegalArgumentException(
            "trafficSplit: the weight of " + branch.name + " is not between 0 and 1000000");
      }
    }
  }

  private static TextValue address(int trustedProxies) {
    return trustedProxies == 0 ? clientAddress() : clientAddress(trustedProxies);
  }

  private static List<Branch> branches(Map<String, Integer> weights) {
    List<Branch> branches = new ArrayList<>();
    for (Map.Entry<String, Integer> one : weights.entrySet()) {
      branches.add(new Branch(one.getKey(), one.getValue()));
    }
    return branches;
  }

  /** Visible ASCII characters, as names of clusters have them. */
  private static String checkedName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "trafficSplit: the name of a branch has other characters than visible ASCII ones");
      }
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("trafficSplit: the name of a branch is empty; give one");
    }
    return name;
  }

  private static int total(List<Branch> branches) {
    int total = 0;
    for (Branch branch : branches) {
      total += branch.weight;
    }
    return total;
  }

  /** By this header. There is no branch yet. */
  public static TrafficSplit in(String header) {
    return new TrafficSplit(header, List.of(), Option.none(), true);
  }

  /** The same with one more branch behind the others. */
  public TrafficSplit branch(String name, int weight) {
    List<Branch> more = new ArrayList<>(branches);
    more.add(new Branch(name, weight));
    return new TrafficSplit(target, more, key, reroutes);
  }

  /** The same with one branch for all requests in which this value is the same. */
  public TrafficSplit stickyBy(TextValue value) {
    return new TrafficSplit(target, branches, Option.some(value), reroutes);
  }

  /** The same without a new choice of the route: for a proxy that chooses it later. */
  public TrafficSplit withoutReroute() {
    return new TrafficSplit(target, branches, key, false);
  }

  /** The filter that does this. */
  public Filter filter() {
    int total = total(branches);
    if (total == 0) {
      throw new IllegalArgumentException("trafficSplit: no branch has a weight above 0; give one at least");
    }
    NumberValue chance = randomNumber(total);
    Reads reads = key.isEmpty() ? reads(chance) : reads(chance, key.get());
    Step chosen = step("traffic split", reads, exchange -> {
      Option<Bytes> sticky = key.isEmpty() ? Option.none() : exchange.read(key.get());
      int point = sticky.isEmpty() ? exchange.read(chance).get().intValue() : KeyHash.point(sticky.get(), total);
      exchange.setHeader(target, branchAt(point));
    });
    return reroutes ? request(chosen, reroute()) : request(chosen);
  }

  private String branchAt(int point) {
    int branch = 0;
    for (int rest = point; rest >= branches.get(branch).weight; branch++) {
      rest -= branches.get(branch).weight;
    }
    return branches.get(branch).name;
  }
}
