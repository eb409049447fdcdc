/** Text forms of bytes: Base64, hex, percent-coding, forms, cookies; UTF-8, lines and searches across chunks. */
package dev.sluice.data.text;
