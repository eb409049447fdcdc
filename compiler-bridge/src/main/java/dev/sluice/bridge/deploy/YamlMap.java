package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML document, in the order written, with comments. Immutable. Values are {@code String},
 * {@code Integer}, {@code BigDecimal}, {@code Boolean}, {@link #NULL}, {@code YamlMap} and {@code List} of these.
 */
record YamlMap(Vector<Entry> entries) {
  /** The value that is not there. */
  static final Object NULL = Null.NULL;

  static final YamlMap EMPTY = new YamlMap(Vector.empty());

  private enum Null {
    NULL
  }

  record Entry(String key, Object value, Vector<String> comment) {}

  static YamlMap of(String key, Object value) {
    return EMPTY.put(key, value);
  }

  YamlMap put(String key, Object value) {
    return new YamlMap(entries.append(new Entry(key, value, Vector.empty())));
  }

  /** As {@link #put}, with comment lines above the key. */
  YamlMap put(String key, Object value, String... comment) {
    return new YamlMap(entries.append(new Entry(key, value, Vector.of(comment))));
  }

  YamlMap putIf(boolean wanted, String key, Object value) {
    return wanted ? put(key, value) : this;
  }

  Node toNode() {
    return new MappingNode(Tag.MAP, entries.map(YamlMap::tuple).toJavaList(), FlowStyle.BLOCK);
  }

  private static NodeTuple tuple(Entry entry) {
    Node key = scalar(entry.key());
    if (!entry.comment().isEmpty()) {
      key.setBlockComments(entry.comment().map(YamlMap::comment).toJavaList());
    }
    return new NodeTuple(key, node(entry.value()));
  }

  private static CommentLine comment(String text) {
    return new CommentLine(Optional.empty(), Optional.empty(), " " + text, CommentType.BLOCK);
  }

  private static Node node(Object value) {
    return switch (value) {
      case YamlMap map when map.entries.isEmpty() -> new MappingNode(Tag.MAP, List.of(), FlowStyle.FLOW);
      case YamlMap map -> map.toNode();
      case List<?> list -> {
        List<Node> nodes = list.stream().map(YamlMap::node).toList();
        yield new SequenceNode(Tag.SEQ, nodes, list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
      }
      case Integer number -> new ScalarNode(Tag.INT, number.toString(), ScalarStyle.PLAIN);
      case BigDecimal number -> new ScalarNode(number(number), number.toString(), ScalarStyle.PLAIN);
      case Null none -> new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
      case Boolean flag -> new ScalarNode(Tag.BOOL, flag.toString(), ScalarStyle.PLAIN);
      case String text -> scalar(text);
      default -> throw new IllegalArgumentException("no YAML form for " + value.getClass());
    };
  }

  private static Tag number(BigDecimal number) {
    return number.toString().chars().allMatch(c -> c == '-' || c >= '0' && c <= '9') ? Tag.INT : Tag.FLOAT;
  }

  private static Node scalar(String text) {
    return new ScalarNode(Tag.STR, text, YamlText.style(text));
  }
}
