package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * A mutable header map with Envoy's rules: names in lower case, fields in order with pseudo-headers first, several
 * fields of one name except for those that Envoy joins (see {@link HeaderMapKind}), {@code host} meaning
 * {@code :authority} in a request. Stricter than Envoy in one point: a name or value with NUL, CR or LF is
 * {@link Status#BAD_ARGUMENT}, for it would split the message on the wire.
 */
public final class HeaderMap {
  private final HeaderMapKind kind;
  private final ArrayList<Header> fields = new ArrayList<>();
  private int pseudo;

  public HeaderMap(HeaderMapKind kind) {
    this.kind = kind;
  }

  /** A map with these fields, added one by one. */
  public static HeaderMap of(HeaderMapKind kind, List<Header> fields) {
    HeaderMap map = new HeaderMap(kind);
    fields.forEach(field -> map.add(field.name(), field.value()));
    return map;
  }

  /** The value of the first field of this name, null where there is none. */
  public Bytes first(Bytes name) {
    Bytes wanted = canonical(name);
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(wanted)) {
        return fields.get(i).value();
      }
    }
    return null;
  }

  /** The values of all fields of this name, in order. */
  public List<Bytes> values(Bytes name) {
    Bytes wanted = canonical(name);
    return fields.stream().filter(field -> field.name().equals(wanted)).map(Header::value).toList();
  }

  /** Adds a field, or joins the value to the one that is there where Envoy keeps one only. */
  public Status add(Bytes name, Bytes value) {
    if (!Names.isSafe(name) || !Names.isSafe(value)) {
      return Status.BAD_ARGUMENT;
    }
    Bytes key = canonical(name);
    int at = kind.joins(key) ? indexOf(key) : -1;
    if (at < 0) {
      insert(new Header(key, value));
    } else if (!value.isEmpty()) {
      fields.set(at, new Header(key, join(fields.get(at).value(), value)));
    }
    return Status.OK;
  }

  /** Takes out all fields of this name and adds one. */
  public Status replace(Bytes name, Bytes value) {
    if (!Names.isSafe(name) || !Names.isSafe(value)) {
      return Status.BAD_ARGUMENT;
    }
    Bytes key = canonical(name);
    remove(key);
    insert(new Header(key, value));
    return Status.OK;
  }

  /** Takes out all fields of this name. */
  public void remove(Bytes name) {
    Bytes key = canonical(name);
    int before = fields.size();
    fields.removeIf(field -> field.name().equals(key));
    if (Names.isPseudo(key)) {
      pseudo -= before - fields.size();
    }
  }

  /** Takes out all fields, pseudo-headers too, and adds these; where one of them is no field nothing changes. */
  Status replaceAll(List<Header> next) {
    for (Header field : next) {
      if (!Names.isSafe(field.name()) || !Names.isSafe(field.value())) {
        return Status.BAD_ARGUMENT;
      }
    }
    fields.clear();
    pseudo = 0;
    next.forEach(field -> add(field.name(), field.value()));
    return Status.OK;
  }

  /** The length of all names and values together. */
  int byteSize() {
    int size = 0;
    for (Header field : fields) {
      size += field.name().length() + field.value().length();
    }
    return size;
  }

  /** Number of fields. */
  public int size() {
    return fields.size();
  }

  /** The fields as they stand now. */
  public List<Header> toList() {
    return List.copyOf(fields);
  }

  /** The fields without pseudo-headers. */
  public List<Header> regular() {
    return List.copyOf(fields.subList(pseudo, fields.size()));
  }

  /** The status of a response; 0 where it is missing or no number. */
  public int status() {
    Bytes status = first(Names.STATUS);
    int code = 0;
    for (int i = 0; status != null && i < status.length(); i++) {
      int digit = status.at(i) - '0';
      if (digit < 0 || digit > 9 || status.length() != 3) {
        return 0;
      }
      code = code * 10 + digit;
    }
    return code;
  }

  /** The text of the first field of this name, empty where there is none. */
  String text(Bytes name) {
    Bytes value = first(name);
    return value == null ? "" : value.latin1();
  }

  private void insert(Header field) {
    if (Names.isPseudo(field.name())) {
      fields.add(pseudo++, field);
    } else {
      fields.add(field);
    }
  }

  private int indexOf(Bytes key) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private Bytes canonical(Bytes name) {
    Bytes lower = Names.lower(name);
    return kind == HeaderMapKind.REQUEST_HEADERS && lower.equals(Names.HOST) ? Names.AUTHORITY : lower;
  }

  private static Bytes join(Bytes left, Bytes right) {
    return left.isEmpty() ? right : Bytes.latin1(left.latin1() + "," + right.latin1());
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
