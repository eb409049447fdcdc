package dev.sluice.bridge.probe;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;
import java.util.ArrayList;
import java.util.List;

/** Everything that Java promises as an exception and WebAssembly would answer with a trap, or not at all. */
@SuppressWarnings({"CheckReturnValue", "ReturnValueIgnored", "UnusedVariable", "InfiniteRecursion", "ThrowNull",
    "unused", "divzero"})
public final class JavaExceptions implements HostCallbacksFactory {
  private static int zero;
  private static final int[] THREE = new int[3];
  private static final Object OBJECT = new Object();
  private static String noString;
  private static int[] noArray;
  private static Shape noShape;
  private static Square noSquare;

  /** One way to get an exception. */
  @FunctionalInterface
  interface Case {
    Object run() throws Exception;
  }

  interface Shape {
    int area();
  }

  record Square(int side) implements Shape {
    @Override
    public int area() {
      return side * side;
    }
  }

  /** The cases, in the order of their numbers. */
  public static final List<String> NAMES =
      List.of("int / 0", "long % 0", "MIN_VALUE / -1", "MIN_VALUE % -1", "divideUnsigned by 0", "floorMod by 0",
          "array index above", "array index below", "array index, result discarded", "store outside of array",
          "string of null", "array of null", "length of null", "clone of null, result discarded",
          "interface call on null",
          "record call on null", "null, result discarded", "unboxing null", "throw null", "synchronized on null",
          "switch on null", "bad cast of object", "bad cast to interface", "bad cast to array", "negative array size",
          "negative size of outer array", "array too large", "own exception", "charAt outside",
          "get of an empty Optional",
          "arraycopy outside", "list index outside", "first of an empty deque", "not a number", "endless recursion",
          "endless recursion through an interface");

  public static final int COUNT = NAMES.size();

  @Override
  public HostCallbacks create(Hostcalls host) {
    return new ProbeCallbacks(host, number -> String.valueOf(run(number)));
  }

  /** Runs a case. */
  public static Object run(int number) throws Exception {
    return switch (number) {
      case 0 -> 10 / zero;
      case 1 -> 10L % zero;
      case 2 -> Integer.MIN_VALUE / (zero - 1);
      case 3 -> Long.MIN_VALUE % (zero - 1);
      case 4 -> Integer.divideUnsigned(3, zero);
      case 5 -> Math.floorMod(7L, (long) zero);
      case 6 -> THREE[5 + zero];
      case 7 -> THREE[zero - 1];
      case 8 -> {
        int discarded = THREE[7 + zero];
        yield "not reached";
      }
      case 9 -> {
        THREE[9 + zero] = 3;
        yield "not reached";
      }
      case 10 -> noString.length();
      case 11 -> noArray[0];
      case 12 -> noArray.length;
      case 13 -> {
        noArray.clone();
        yield "not reached";
      }
      case 14 -> noShape.area();
      case 15 -> noSquare.side();
      case 16 -> {
        noString.length();
        yield "not reached";
      }
      case 17 -> {
        Integer boxed = zero == 0 ? null : Integer.valueOf(3);
        int unboxed = boxed;
        yield unboxed;
      }
      case 18 -> throw null;
      case 19 -> {
        synchronized (noShape) {
          yield "not reached";
        }
      }
      case 20 -> switch (noString) {
        case "a" -> 1;
        default -> 2;
      };
      case 21 -> ((String) OBJECT).length();
      case 22 -> ((Shape) OBJECT).area();
      case 23 -> ((int[]) OBJECT).length;
      case 24 -> new int[zero - 1].length;
      case 25 -> new int[zero - 2][4].length;
      case 26 -> new byte[Integer.MAX_VALUE - zero].length;
      case 27 -> throw new IllegalStateException("own");
      case 28 -> "abc".charAt(zero + 7);
      case 29 -> java.util.Optional.empty().get();
      case 30 -> {
        System.arraycopy(THREE, 0, THREE, 2, 3);
        yield "not reached";
      }
      case 31 -> new ArrayList<>(List.of(1, 2)).get(5 + zero);
      case 32 -> new java.util.ArrayDeque<Integer>().getFirst();
      case 33 -> Integer.parseInt("x" + zero);
      case 34 -> depth(0);
      case 35 -> new Nested().area();
      default -> throw new IllegalArgumentException("no case " + number);
    };
  }

  private static int depth(int n) {
    return depth(n + 1) + 1;
  }

  /** A shape that asks a shape that asks a shape. */
  static final class Nested implements Shape {
    @Override
    public int area() {
      Shape inner = zero == 0 ? new Nested() : new Square(1);
      return inner.area() + 1;
    }
  }
}
