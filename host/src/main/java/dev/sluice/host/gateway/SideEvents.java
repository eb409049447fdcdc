package dev.sluice.host.gateway;

/** What happens on either side of an exchange. */
interface SideEvents {
  /** Does this when what has come so far has been dealt with. */
  void soon(Runnable work);

  /** This side takes more again. */
  void drained();
}
