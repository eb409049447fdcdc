package dev.sluice.engine;

import dev.sluice.plan.Callout;
import dev.sluice.plan.Run;

/**
 * Who waits for which token: a hash table with chains. Each token is answered once, late or not, so entries of streams
 * that are gone leave as well.
 */
final class Waiting {
  private static final int SMALLEST = 16;

  private Entry[] table = new Entry[SMALLEST];
  private int count;

  /** One call on its way. */
  static final class Entry {
    final int token;
    final Run run;
    final Callout callout;
    private Entry next;

    private Entry(int token, Run run, Callout callout) {
      this.token = token;
      this.run = run;
      this.callout = callout;
    }
  }

  int count() {
    return count;
  }

  void add(int token, Run run, Callout callout) {
    if (count == table.length) {
      grow();
    }
    put(new Entry(token, run, callout));
    count++;
  }

  private void put(Entry entry) {
    int slot = entry.token & (table.length - 1);
    entry.next = table[slot];
    table[slot] = entry;
  }

  /** Takes an entry out, null where there is none. */
  Entry take(int token) {
    int slot = token & (table.length - 1);
    Entry before = null;
    for (Entry at = table[slot]; at != null; at = at.next) {
      if (at.token == token) {
        if (before == null) {
          table[slot] = at.next;
        } else {
          before.next = at.next;
        }
        count--;
        return at;
      }
      before = at;
    }
    return null;
  }

  private void grow() {
    Entry[] old = table;
    table = new Entry[2 * old.length];
    for (Entry chain : old) {
      Entry at = chain;
      while (at != null) {
        Entry next = at.next;
        put(at);
        at = next;
      }
    }
  }
}
