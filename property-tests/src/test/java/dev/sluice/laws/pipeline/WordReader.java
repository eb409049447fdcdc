package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.value.Condition;
import dev.sluice.value.ListValue;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;

/** Words that make something of one text or number, by their names. Compiled into the module. */
final class WordReader {
  private WordReader() {}

  static TextValue known(String word) {
    return switch (word) {
      case "clientAddress" -> clientAddress();
      case "routeName" -> routeName();
      case "clusterName" -> clusterName();
      case "pluginName" -> pluginName();
      case "nodeId" -> nodeId();
      case "nodeCluster" -> nodeCluster();
      case "host" -> host();
      case "scheme" -> scheme();
      case "property" -> property("connection", "requested_server_name");
      default -> throw new IllegalArgumentException(word);
    };
  }

  static TextValue made(String word, TextValue text) {
    return switch (word) {
      case "trim" -> text.trim();
      case "lowerCase" -> text.lowerCase();
      case "substring" -> text.substring(1, 3);
      case "sha1" -> text.sha1();
      case "sha256" -> text.sha256();
      case "sha384" -> text.sha384();
      case "sha512" -> text.sha512();
      case "encodeHex" -> text.encodeHex();
      case "decodeHex" -> text.decodeHex();
      case "encodeBase64" -> text.encodeBase64();
      case "decodeBase64" -> text.decodeBase64();
      case "encodeBase64Url" -> text.encodeBase64Url();
      case "decodeBase64Url" -> text.decodeBase64Url();
      case "encodePercent" -> text.encodePercent();
      case "decodePercent" -> text.decodePercent();
      default -> throw new IllegalArgumentException(word);
    };
  }

  static TextValue made(String word, TextValue text, String first, String second) {
    return switch (word) {
      case "before" -> text.before(first);
      case "beforeLast" -> text.beforeLast(first);
      case "after" -> text.after(first);
      case "afterLast" -> text.afterLast(first);
      case "between" -> text.between(first, second);
      case "replace" -> text.replace(first, second);
      case "prepend" -> text.prepend(first);
      case "append" -> text.append(first);
      case "hmacSha1" -> text.hmacSha1(first);
      case "hmacSha256" -> text.hmacSha256(first);
      case "hmacSha512" -> text.hmacSha512(first);
      default -> throw new IllegalArgumentException(word);
    };
  }

  static TextValue elements(String word, String name) {
    ListValue all = headerValues(name).elements();
    return switch (word) {
      case "first" -> all.first();
      case "last" -> all.last();
      case "at" -> all.at(1);
      case "join" -> all.join("|");
      default -> throw new IllegalArgumentException(word);
    };
  }

  static NumberValue calculated(String word, NumberValue first, NumberValue second) {
    return switch (word) {
      case "plus" -> first.plus(second);
      case "minus" -> first.minus(second);
      case "times" -> first.times(second);
      case "dividedBy" -> first.dividedBy(second);
      case "modulo" -> first.modulo(second);
      case "min" -> first.min(second);
      case "max" -> first.max(second);
      default -> throw new IllegalArgumentException(word);
    };
  }

  static Condition asked(String word, TextValue text, String other) {
    return switch (word) {
      case "isNot" -> text.isNot(other);
      case "in" -> text.in(other, "b");
      case "endsWith" -> text.endsWith(other);
      case "present" -> text.present();
      case "ignoringCase" -> text.ignoringCase().is(other);
      case "constantTimeIs" -> text.constantTimeIs("a" + other);
      case "matches" -> text.matches("a+|/?[b-z]*");
      case "isTrue" -> text.isTrue();
      case "isFalse" -> text.isFalse();
      case "inCidr" -> text.inCidr("10.0.0.0/8");
      case "containsMatch" -> text.containsMatch("a.");
      default -> throw new IllegalArgumentException(word);
    };
  }

  static Condition compared(String word, NumberValue number, int other) {
    return switch (word) {
      case "is" -> number.is(other);
      case "isNot" -> number.isNot(other);
      case "in" -> number.in(other, 2);
      case "between" -> number.between(0, other);
      case "greaterThan" -> number.greaterThan(other);
      case "atLeast" -> number.atLeast(other);
      case "lessThan" -> number.lessThan(other);
      case "atMost" -> number.atMost(other);
      case "absent" -> number.absent();
      default -> throw new IllegalArgumentException(word);
    };
  }
}
