/** Points in time as texts. */
package dev.sluice.data.time;
