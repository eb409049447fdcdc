/** Hashes, message authentication, comparison in constant time. */
package dev.sluice.data.digest;
