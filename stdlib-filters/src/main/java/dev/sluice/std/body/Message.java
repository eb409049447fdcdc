package dev.sluice.std.body;

/** Which message of an exchange is meant. */
enum Message {
  REQUEST, RESPONSE
}
