package dev.sluice.host.vm;

/** In which part of a VM's life a guest may make a call; anywhere else it is the end of the VM. */
enum Availability {
  /** In callbacks only. */
  RUNNING,
  /** Also in {@code _initialize}, {@code _start} and {@code main}. */
  LOADING,
  /** Also in the guest's memory allocator. */
  ALWAYS
}
