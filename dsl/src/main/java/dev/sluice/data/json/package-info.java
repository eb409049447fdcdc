/** JSON (RFC 8259) read where it stands: validation, pointers (RFC 6901), edits that leave all other bytes alone. */
package dev.sluice.data.json;
