package dev.sluice.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.abi.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CellsTest {
  @Property
  void findsWhatWasAddedAndNothingElse(@ForAll Set<String> added, @ForAll Set<String> others) {
    Cells cells = new Cells();
    Map<String, Cell> model = new HashMap<>();
    for (String name : added) {
      HeaderCell cell = new HeaderCell(Bytes.utf8(name));
      cells.add(cell);
      model.put(name, cell);
    }
    for (String name : added) {
      assertSame(model.get(name), cells.find(Bytes.utf8(name)));
    }
    for (String name : others) {
      if (!added.contains(name)) {
        assertNull(cells.find(Bytes.utf8(name)));
      }
    }
  }

  @Property
  void onlyWhatIsReadMoreThanOnceGetsASlot(@ForAll Set<String> once, @ForAll Set<String> twice) {
    Cells cells = new Cells();
    for (String name : once) {
      HeaderCell cell = new HeaderCell(Bytes.utf8("1" + name));
      cell.use();
      cells.add(cell);
    }
    for (String name : twice) {
      HeaderCell cell = new HeaderCell(Bytes.utf8("2" + name));
      cell.use();
      cell.use();
      cells.add(cell);
    }
    assertEquals(7 + twice.size(), cells.place(7));
  }
}
