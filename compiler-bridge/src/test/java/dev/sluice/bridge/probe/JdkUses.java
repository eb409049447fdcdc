package dev.sluice.bridge.probe;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plugin's author takes from the JDK and from Vavr without a thought. */
public final class JdkUses implements HostCallbacksFactory {
  /** Read while the class is initialised, when a host forbids its own clock. */
  private static final long LOADED_AT = System.currentTimeMillis();

  private static final Pattern DATE = Pattern.compile("(?<year>\\d{4})-(\\d{2})");

  public static final int COUNT = 14;

  private enum Colour {
    RED,
    GREEN
  }

  private sealed interface Shape permits Circle, Box {}

  private record Circle(double radius) implements Shape {}

  private record Box(int width, int height) implements Shape {}

  @Override
  public HostCallbacks create(Hostcalls host) {
    return new ProbeCallbacks(host, JdkUses::run);
  }

  /** Runs a case. */
  public static String run(int number) {
    return switch (number) {
      case 0 -> String.valueOf(Math.pow(2, 0.5));
      case 1 -> String.format(Locale.ROOT, "%5d|%-6s|%x|%.3f", 42, "ab", 255, Math.PI);
      case 2 -> {
        Matcher matcher = DATE.matcher("on 2026-11-24");
        yield matcher.find() ? matcher.group("year") + "/" + matcher.group(2) : "no match";
      }
      case 3 -> List.of(5, 3, 9).map(n -> n * 2).sorted().mkString(",");
      case 4 -> HashMap.of("a", 1).put("b", 2).getOrElse("b", 0) + Option.of((String) null).getOrElse("none");
      case 5 -> Base64.getEncoder().encodeToString("grüße".getBytes(StandardCharsets.UTF_8));
      case 6 -> "GRÜẞE".toLowerCase(Locale.ROOT) + "größe".toUpperCase(Locale.ROOT).charAt(2);
      case 7 -> area(new Box(3, 4)) + " " + area(new Circle(1));
      case 8 -> Colour.valueOf("GREEN") + " " + (Colour.RED.compareTo(Colour.GREEN) < 0);
      case 9 -> new TreeMap<>(java.util.Map.of("b", 1, "a", 2)).toString();
      case 10 -> Duration.ofMillis(90_061_001).toString() + " " + Instant.ofEpochSecond(1_700_000_000);
      case 11 -> new Box(1, 2) + " " + new Box(1, 2).equals(new Box(1, 2));
      case 12 -> "clock " + plausible(Instant.now().toEpochMilli()) + plausible(LOADED_AT) + (System.nanoTime() != 0);
      case 13 -> "random " + different() + (Math.random() < 1);
      default -> throw new IllegalArgumentException("no case " + number);
    };
  }

  private static double area(Shape shape) {
    return switch (shape) {
      case Circle(double radius) -> Math.PI * radius * radius;
      case Box(int width, int height) -> width * height;
    };
  }

  /** 2025 to 2100. */
  private static boolean plausible(long millis) {
    return millis > 1_735_689_600_000L && millis < 4_102_444_800_000L;
  }

  private static boolean different() {
    byte[] first = new byte[100_000];
    byte[] second = new byte[100_000];
    new SecureRandom().nextBytes(first);
    new SecureRandom().nextBytes(second);
    return !java.util.Arrays.equals(first, second);
  }
}
