package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.MapType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.HeaderCalls;
import dev.sluice.abi.codec.HeaderPairs;
import org.teavm.interop.Import;

/** Header maps over the imports. */
final class HeaderImports implements HeaderCalls {

  @Import(module = "env", name = "proxy_get_header_map_value")
  private static native int getValue(int map, int name, int nameSize, int outValue, int outSize);

  @Override
  public Fetched value(MapType map, Bytes name) {
    int at = Arena.place(name);
    return ArenaBytes.result(
        getValue(map.code(), at, name.length(), Arena.FIRST_RESULT, Arena.SECOND_RESULT));
  }

  @Import(module = "env", name = "proxy_get_header_map_pairs")
  private static native int getPairs(int map, int outPairs, int outSize);

  @Override
  public HeaderPairs pairs(MapType map) {
    return HeaderPairs.over(
        ArenaBytes.result(getPairs(map.code(), Arena.FIRST_RESULT, Arena.SECOND_RESULT)));
  }

  @Import(module = "env", name = "proxy_add_header_map_value")
  private static native int addValue(int map, int name, int nameSize, int value, int valueSize);

  @Override
  public Status add(MapType map, Bytes name, Bytes value) {
    int nameAt = Arena.place(name);
    int valueAt = Arena.place(value);
    return Status.of(addValue(map.code(), nameAt, name.length(), valueAt, value.length()));
  }

  @Import(module = "env", name = "proxy_replace_header_map_value")
  private static native int replaceValue(int map, int name, int nameSize, int value, int valueSize);

  @Override
  public Status replace(MapType map, Bytes name, Bytes value) {
    int nameAt = Arena.place(name);
    int valueAt = Arena.place(value);
    return Status.of(replaceValue(map.code(), nameAt, name.length(), valueAt, value.length()));
  }

  @Import(module = "env", name = "proxy_remove_header_map_value")
  private static native int removeValue(int map, int name, int nameSize);

  @Override
  public Status remove(MapType map, Bytes name) {
    int at = Arena.place(name);
    return Status.of(removeValue(map.code(), at, name.length()));
  }

  @Import(module = "env", name = "proxy_set_header_map_pairs")
  private static native int setPairs(int map, int pairs, int pairsSize);

  @Override
  public Status setPairs(MapType map, Bytes pairs) {
    int at = Arena.place(pairs);
    return Status.of(setPairs(map.code(), at, pairs.length()));
  }

  @Import(module = "env", name = "proxy_get_header_map_size")
  private static native int getSize(int map, int outSize);

  @Override
  public Answer size(MapType map) {
    return Numbers.word(getSize(map.code(), Arena.FIRST_RESULT));
  }
}
