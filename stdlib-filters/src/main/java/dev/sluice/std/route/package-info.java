/** Filters that change where requests go. */
package dev.sluice.std.route;
