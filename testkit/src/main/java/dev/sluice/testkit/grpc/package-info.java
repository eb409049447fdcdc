/** gRPC services that a test scripts. */
package dev.sluice.testkit.grpc;
