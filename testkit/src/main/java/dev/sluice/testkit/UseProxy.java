package dev.sluice.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The proxy around the plugins of {@link EveryPlace} tests; the defaults hold where there is none. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UseProxy {
  /** Worker threads, each with VMs of its own. */
  int workers() default 1;

  /** Clusters for HTTP callouts, see {@link PluginUnderTest#cluster}. */
  String[] clusters() default {};

  /** Clusters for gRPC callouts, see {@link PluginUnderTest#grpc}. */
  String[] grpcClusters() default {};

  /** True where the plugins are filters of connections, see {@link PluginUnderTest#connect}. */
  boolean tcp() default false;

  /** True where client and upstream speak HTTP/2, and METADATA frames pass; with one worker only. */
  boolean http2() default false;

  /** Most bytes of a body that plugins may have the proxy hold. */
  int bufferLimit() default 1 << 20;

  /** Metadata of the route, {@code namespace/name=text}. */
  String[] routeMetadata() default {};
}
