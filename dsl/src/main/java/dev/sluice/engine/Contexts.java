package dev.sluice.engine;

/**
 * Contexts by their numbers: a hash table with open addressing. A host numbers contexts upwards, so the low bits
 * spread them well; streams end in any order, so removal closes gaps instead of leaving marks. Not final, so that TeaVM
 * leaves it out where nothing makes one, see {@link dev.sluice.plan.ResponseProgram}.
 */
class Contexts {
  private static final int SMALLEST = 16;

  private int[] ids = new int[SMALLEST];
  private Context[] contexts = new Context[SMALLEST];
  private int count;

  /** The context with this number, null where it is not known. */
  Context get(int id) {
    return contexts[slot(id)];
  }

  void put(int id, Context context) {
    int slot = slot(id);
    if (contexts[slot] == null) {
      count++;
      if (2 * count > ids.length) {
        grow();
        slot = slot(id);
      }
    }
    ids[slot] = id;
    contexts[slot] = context;
  }

  void remove(int id) {
    int gap = slot(id);
    if (contexts[gap] == null) {
      return;
    }
    count--;
    int mask = ids.length - 1;
    for (int at = (gap + 1) & mask; contexts[at] != null; at = (at + 1) & mask) {
      int distanceFromHome = (at - (ids[at] & mask)) & mask;
      int distanceFromGap = (at - gap) & mask;
      if (distanceFromHome >= distanceFromGap) {
        ids[gap] = ids[at];
        contexts[gap] = contexts[at];
        gap = at;
      }
    }
    contexts[gap] = null;
  }

  int count() {
    return count;
  }

  /** Where the number is, or the free place where it belongs. */
  private int slot(int id) {
    int mask = ids.length - 1;
    int slot = id & mask;
    while (contexts[slot] != null && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldIds = ids;
    Context[] oldContexts = contexts;
    ids = new int[2 * oldIds.length];
    contexts = new Context[2 * oldIds.length];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldContexts[i] != null) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        contexts[slot] = oldContexts[i];
      }
    }
  }
}
