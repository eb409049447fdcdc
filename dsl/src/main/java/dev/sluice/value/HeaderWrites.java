package dev.sluice.value;

import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.HeaderOp;
import dev.sluice.plan.Jump;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;

/** How a text that is only known at run time becomes a header value. */
public final class HeaderWrites {
  private HeaderWrites() {}

  static void set(Planner planner, HeaderCell header, TextValue value) {
    Label end = new Label();
    if (header.key().at(0) == ':') {
      // A request without its :path is none: a pseudo-header stays as it is.
      load(planner, header.key().latin1(), value, end);
      planner.next(new HeaderOp.Replace(header, null), end);
      return;
    }
    Label absent = new Label();
    load(planner, header.key().latin1(), value, absent);
    planner.next(
        new HeaderOp.Replace(header, null), new Jump(end), absent, new HeaderOp.Remove(header), end);
  }

  static void add(Planner planner, HeaderCell header, TextValue value) {
    Label end = new Label();
    load(planner, header.key().latin1(), value, end);
    planner.next(new HeaderOp.Add(header, null), end);
  }

  /**
   * Plans that the value is loaded, see {@link dev.sluice.plan.Run#text()}, and refused where no header value can be so.
   *
   * @param absent where the program goes on when there is none
   */
  public static void load(Planner planner, String field, TextValue value, Label absent) {
    Label illegal = planner.refusal("illegal value for " + field);
    planner.emit(new LoadHeaderValue(value, value.reader(planner), absent, illegal));
  }
}
