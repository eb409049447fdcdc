package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** The cells of a program by their keys: a hash table with open addressing, a tenth of the size of the JDK's. */
final class Cells {
  private static final int SMALLEST = 8;

  private Cell[] table = new Cell[SMALLEST];
  private int count;

  /** The cell with this key, null where there is none. */
  Cell find(Bytes key) {
    return table[slot(key)];
  }

  int count() {
    return count;
  }

  /** Puts in a cell whose key is not there yet. */
  void add(Cell cell) {
    table[slot(cell.key())] = cell;
    count++;
    if (2 * count > table.length) {
      Cell[] old = table;
      table = new Cell[2 * old.length];
      for (Cell one : old) {
        if (one != null) {
          table[slot(one.key())] = one;
        }
      }
    }
  }

  /** How many of them are read, and not only changed. */
  int read() {
    int read = 0;
    for (Cell cell : table) {
      if (cell != null && cell.isRead()) {
        read++;
      }
    }
    return read;
  }

  /** Has headers that are there read ahead. */
  void readAhead(ReadAhead ahead) {
    for (Cell cell : table) {
      if (cell != null) {
        ((HeaderCell) cell).readAhead(ahead);
      }
    }
  }

  /** Gives a slot to each cell that needs one, see {@link Cell#place}. Returns the next free slot. */
  int place(int free) {
    int next = free;
    for (Cell cell : table) {
      if (cell != null) {
        next = cell.place(next);
      }
    }
    return next;
  }

  private int slot(Bytes key) {
    int hash = 0;
    for (int i = 0; i < key.length(); i++) {
      hash = 31 * hash + key.at(i);
    }
    int mask = table.length - 1;
    int slot = (hash ^ hash >>> 16) & mask;
    while (table[slot] != null && !table[slot].key().equals(key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
