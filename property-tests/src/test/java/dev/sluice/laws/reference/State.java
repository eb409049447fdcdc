package dev.sluice.laws.reference;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What outlives a stream; each exchange begins with nothing. */
final class State {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  final Map<String, String> shared = new HashMap<>();
  /** By names with tags; what is zero is not there. */
  final Map<String, Long> metrics = new TreeMap<>();
  String remembered = "open";
  private Map.Entry<String, Long> counted = Map.entry("", 0L);
  private Map.Entry<String, String> cached;
  private int tokens = 2;

  /** Each of a key; the counter has place for one. */
  long count(String key) {
    return counted.getKey().equals(key) ? counted.getValue() : 0;
  }

  long add(String key, long number) {
    BigInteger sum = BigInteger.valueOf(count(key)).add(BigInteger.valueOf(number));
    counted = Map.entry(key, sum.min(MOST).max(MOST.negate()).longValueExact());
    return counted.getValue();
  }

  /** Null where the cache, which has place for one, has nothing for the key. */
  String cached(String key) {
    return cached != null && cached.getKey().equals(key) ? cached.getValue() : null;
  }

  void cache(String key, String value) {
    if (key != null && value != null && value.length() <= 10) {
      cached = Map.entry(key, value);
    }
  }

  /** False where there is none. */
  boolean takeToken() {
    tokens--;
    return tokens >= 0;
  }

  int tokens() {
    return Math.max(0, tokens);
  }

  /** Null is no number. */
  void addTo(String metric, Long number) {
    setTo(metric, number == null ? null : metrics.getOrDefault(metric, 0L) + number);
  }

  void setTo(String metric, Long number) {
    if (number != null) {
      metrics.put(metric, number);
      metrics.values().removeIf(value -> value == 0);
    }
  }
}
