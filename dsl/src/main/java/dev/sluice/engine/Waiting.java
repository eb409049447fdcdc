package dev.sluice.engine;

import dev.sluice.plan.Call;
import dev.sluice.plan.Run;

/**
 * Who waits for which token: a hash table with chains. Each token is answered once, late or not, so entries of streams
 * that are gone leave as well.
 */
final class Waiting<C extends Call> {
  private static final int SMALLEST = 16;

  private Entry<C>[] table = table(SMALLEST);
  private int count;

  /** One call on its way. */
  static final class Entry<C extends Call> {
    final int token;
    final int root;
    final Run run;
    final C callout;
    private Entry<C> next;

    private Entry(int token, int root, Run run, C callout) {
      this.token = token;
      this.root = root;
      this.run = run;
      this.callout = callout;
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type holds nothing but such entries
  private static <C extends Call> Entry<C>[] table(int size) {
    return new Entry[size];
  }

  int count() {
    return count;
  }

  /** @param root the root context that the call belongs to, 0 where it is not known */
  void add(int token, int root, Run run, C callout) {
    if (count == table.length) {
      grow();
    }
    put(new Entry<>(token, root, run, callout));
    count++;
  }

  private void put(Entry<C> entry) {
    int slot = entry.token & (table.length - 1);
    entry.next = table[slot];
    table[slot] = entry;
  }

  /** An entry, null where there is none. */
  Entry<C> find(int token) {
    Entry<C> at = table[token & (table.length - 1)];
    while (at != null && at.token != token) {
      at = at.next;
    }
    return at;
  }

  /** Takes an entry out, null where there is none. */
  Entry<C> take(int token) {
    int slot = token & (table.length - 1);
    Entry<C> before = null;
    for (Entry<C> at = table[slot]; at != null; at = at.next) {
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
    Entry<C>[] old = table;
    table = table(2 * old.length);
    for (Entry<C> chain : old) {
      Entry<C> at = chain;
      while (at != null) {
        Entry<C> next = at.next;
        put(at);
        at = next;
      }
    }
  }
}
