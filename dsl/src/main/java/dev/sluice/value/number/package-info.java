/** What the words of numbers calculate and ask, without any knowledge of streams. Nothing traps or overflows unseen. */
package dev.sluice.value.number;
